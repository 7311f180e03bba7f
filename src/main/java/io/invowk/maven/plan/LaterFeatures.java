// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.invkfile.RuntimeConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Parts of an invkfile that are understood but cannot be carried out yet. */
final class LaterFeatures {
    private final List<Diagnostic> problems = new ArrayList<>();

    private LaterFeatures() {}

    /**
     * Makes sure that a run needs none of them.
     *
     * @throws UserException with all that it needs, each at its place
     */
    static void refuse(CommandEntry entry, Selection selection) {
        LaterFeatures found = new LaterFeatures();
        DependsOn[] dependencies = {
            entry.source().invkfile().dependsOn(),
            entry.command().dependsOn(),
            selection.implementation().dependsOn()
        };
        for (DependsOn dependsOn : dependencies) {
            List<Place> places = places(dependsOn);
            if (!places.isEmpty()) {
                found.add(
                        places.get(0),
                        "depends_on is not supported yet",
                        "remove it, and check in the script what it needs");
            }
        }
        found.runtime(selection.runtime());
        if (!found.problems.isEmpty()) {
            found.problems.sort(Comparator.comparingInt(LaterFeatures::offset));
            throw new UserException(found.problems);
        }
    }

    private void runtime(RuntimeConfig runtime) {
        if (runtime instanceof RuntimeConfig.Virtual) {
            add(
                    runtime.origin(),
                    "the virtual runtime is not supported yet",
                    "choose another one with -Dinvowk.runtime, or add {name: \"native\"} to runtimes");
        }
        if (runtime instanceof RuntimeConfig.Container container && container.enableHostSsh()) {
            add(runtime.origin(), "enable_host_ssh is not supported yet", "remove it");
        }
    }

    private static int offset(Diagnostic problem) {
        return problem.place().map(place -> place.span().start()).orElse(0);
    }

    private void add(Place place, String message, String cure) {
        problems.add(Diagnostic.at(place, message).help(cure));
    }

    /** Where the entries of all lists stand. */
    private static List<Place> places(DependsOn dependsOn) {
        List<Place> places = new ArrayList<>();
        addPlaces(dependsOn.tools(), places);
        addPlaces(dependsOn.commands(), places);
        for (DependsOn.FilePaths paths : dependsOn.filepaths()) {
            places.add(paths.origin());
        }
        addPlaces(dependsOn.capabilities(), places);
        addPlaces(dependsOn.envVars(), places);
        addPlaces(dependsOn.customChecks(), places);
        return places;
    }

    private static <T> void addPlaces(List<DependsOn.Entry<T>> entries, List<Place> places) {
        for (DependsOn.Entry<T> entry : entries) {
            places.add(entry.origin());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.engine.CleanCall;
import io.invowk.maven.engine.CleanCall.Kind;
import io.invowk.maven.engine.Leftover;
import io.invowk.maven.engine.Leftover.Action;
import io.invowk.maven.engine.Leftovers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells what this plugin has left on this machine, or removes it. */
final class CleanUp {
    /** Exit status of the engine when no container engine answers. */
    private static final int NO_ENGINE = 69;

    private final Search search;
    private final Messages messages;

    /** Where leftovers are found, and removed. */
    interface Search {
        /** See {@link CleanCall#clean}. */
        Leftovers clean(Set<Kind> kinds, boolean confirmed) throws IOException;
    }

    CleanUp(Search search, Messages messages) {
        this.search = search;
        this.messages = messages;
    }

    /**
     * Tells what there is, by what becomes of it, in the order of kinds and names.
     *
     * @param kinds names of kinds; empty: all
     * @param confirmed whether it is removed
     * @return what to say if something could not be done; empty if all was
     */
    Optional<String> clean(List<String> kinds, boolean confirmed) throws IOException {
        Leftovers leftovers = search.clean(kinds(kinds), confirmed);
        section("would be removed:", Action.FOUND, leftovers);
        section("removed:", Action.REMOVED, leftovers);
        section("left alone:", Action.STAYS, leftovers);
        section("could not be removed:", Action.FAILED, leftovers);
        if (leftovers.status().value() == NO_ENGINE) {
            messages.output("no container engine answers: images and containers were not looked for");
        }
        leftovers.notes().forEach(note -> messages.info("  " + note));
        int found = count(leftovers, Action.FOUND);
        if (found > 0) {
            messages.output("nothing has been removed yet: -Dinvowk.confirm removes the " + found + " listed first");
        } else if (count(leftovers, Action.REMOVED) == 0) {
            messages.output("nothing to remove");
        }
        int failed = count(leftovers, Action.FAILED);
        int status = leftovers.status().value();
        if (failed > 0) {
            return Optional.of(failed + " could not be removed");
        }
        return status == 0 || status == NO_ENGINE
                ? Optional.empty()
                : Optional.of("the engine ended with exit status " + status + "; its output is above");
    }

    private static Set<Kind> kinds(List<String> names) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String name : names) {
            kinds.add(Choice.of("invowk.kinds", name, Kind.values()));
        }
        return kinds.isEmpty() ? EnumSet.allOf(Kind.class) : kinds;
    }

    private static int count(Leftovers leftovers, Action action) {
        return (int) leftovers.things().stream()
                .filter(thing -> thing.action() == action)
                .count();
    }

    private void section(String title, Action action, Leftovers leftovers) {
        List<Leftover> things = leftovers.things().stream()
                .filter(thing -> thing.action() == action)
                .sorted(Comparator.comparing(Leftover::kind)
                        .thenComparing(Leftover::name)
                        .thenComparing(Leftover::engine))
                .toList();
        if (!things.isEmpty()) {
            messages.output(title);
            things.forEach(thing -> messages.output("  " + line(thing)));
        }
    }

    private static String line(Leftover thing) {
        List<String> details = new ArrayList<>();
        if (!thing.engine().isEmpty()) {
            details.add(thing.engine().substring(thing.engine().lastIndexOf('/') + 1));
        }
        thing.bytes().ifPresent(bytes -> details.add(size(bytes)));
        return (thing.kind() + " " + thing.name()).strip()
                + (details.isEmpty() ? "" : " (" + String.join(", ", details) + ")")
                + (thing.reason().isEmpty() ? "" : ": " + thing.reason());
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? (bytes + 999) / 1_000 + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
    }
}

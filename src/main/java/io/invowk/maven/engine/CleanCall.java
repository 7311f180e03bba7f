// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import io.invowk.maven.engine.Leftover.Action;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.process.CommandLine;
import io.invowk.maven.process.ExitStatus;
import io.invowk.maven.process.ProcessRunner;
import io.invowk.maven.process.ScratchDirectory;
import io.invowk.maven.process.Stdio;
import io.invowk.maven.process.StopPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/** Finds what earlier calls have left on this machine, and removes it: the engine's verb {@code clean}, and our own cache. */
public final class CleanCall {
    /** The verb's lines: action, kind, engine, size, name, reason. */
    private static final int FIELDS = 6;

    private final HostEnvironment host;
    private final List<String> engines;
    private final EngineCall.Scripts scripts;
    private final ProcessRunner runner = new ProcessRunner(StopPolicy.WHOLE_TREE);

    /** Kinds of things that can be left. */
    public enum Kind {
        /** Containers and work directories of calls that were killed. */
        CONTAINERS,
        IMAGES,
        /** What is known of container engines and labels, and the unpacked scripts. */
        CACHES
    }

    /**
     * A search on this machine.
     *
     * @param engines names or paths of container engines; empty: the engine's own list
     */
    public CleanCall(HostEnvironment host, List<String> engines) {
        this(host, engines, EngineScripts::entry);
    }

    CleanCall(HostEnvironment host, List<String> engines, EngineCall.Scripts scripts) {
        this.host = host;
        this.engines = List.copyOf(engines);
        this.scripts = scripts;
    }

    /**
     * Searches.
     *
     * @param confirmed whether what is found is removed
     * @throws IOException if the engine could not be started, or the thread was interrupted
     */
    public Leftovers clean(Set<Kind> kinds, boolean confirmed) throws IOException {
        Path directory = PrivateDirectory.of(host);
        List<Leftover> things = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        ExitStatus status;
        try (ScratchDirectory call = ScratchDirectory.create(directory, EngineCall.SCRATCH)) {
            Stdio stdio = new Stdio.Lines(line -> things.add(parse(line)), notes::add);
            Path entry = scripts.entry(directory, call.path());
            status = runner.run(
                    new CommandLine("sh", arguments(entry, kinds, confirmed), host.env(), host.cwd()), stdio);
        }
        if (kinds.contains(Kind.CACHES)) {
            things.addAll(KnownAnswer.clean(directory, confirmed));
            things.addAll(UnpackedScripts.clean(directory, confirmed));
        }
        return new Leftovers(status, things, notes);
    }

    private List<String> arguments(Path entry, Set<Kind> kinds, boolean confirmed) {
        List<String> arguments = new ArrayList<>(List.of(entry.toString(), "clean"));
        if (confirmed) {
            arguments.add("--confirm");
        }
        for (Kind kind : kinds) {
            arguments.addAll(List.of("--kind", kind.name().toLowerCase(Locale.ROOT)));
        }
        for (String engine : engines) {
            arguments.addAll(List.of("--engine", engine));
        }
        return arguments;
    }

    private static Leftover parse(String line) {
        String[] fields = line.split("\t", FIELDS);
        if (fields.length < FIELDS) {
            throw new IllegalStateException("the engine's verb clean said: " + line);
        }
        return new Leftover(
                Action.valueOf(fields[0].toUpperCase(Locale.ROOT)),
                fields[1],
                text(fields[2]),
                text(fields[3]).isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(fields[3])),
                text(fields[4]),
                text(fields[5]));
    }

    private static String text(String field) {
        return field.equals("-") ? "" : field;
    }
}

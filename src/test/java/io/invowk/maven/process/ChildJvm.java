// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A JVM of its own, for what can be seen only from outside: real descriptors, signals, terminals. */
final class ChildJvm {
    private ChildJvm() {}

    /** The words that start {@code main} of this class with the class path of the tests. */
    static List<String> command(String... args) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ChildJvm.class.getName()));
        words.addAll(List.of(args));
        return words;
    }

    /**
     * {@code unchanged SCRIPT} or {@code scratch PARENT SCRIPT}: runs a shell script; {@code control PATH}: holds a
     * control pipe; {@code terminal}: asks the probe.
     */
    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "unchanged" -> System.exit(shell(args[1], Path.of("/")).value());
            case "scratch" -> {
                try (ScratchDirectory scratch = ScratchDirectory.create(Path.of(args[1]), "scratch-")) {
                    Files.writeString(scratch.path().resolve("secret"), "x");
                    shell(args[2], scratch.path());
                }
            }
            case "control" -> {
                try (ControlPipe control = ControlPipe.create(Path.of(args[1]), Path.of("/"), Map.of())) {
                    shell("[ -p '" + control.path() + "' ] && exec sleep 600", Path.of("/"));
                }
            }
            case "terminal" -> System.out.println(TerminalProbe.stdinAndStdoutAreTerminals());
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static ExitStatus shell(String script, Path directory) throws IOException {
        CommandLine line = new CommandLine("sh", List.of("-c", script), Map.of(), directory);
        return new ProcessRunner(StopPolicy.WHOLE_TREE).run(line, new Stdio.Unchanged());
    }
}

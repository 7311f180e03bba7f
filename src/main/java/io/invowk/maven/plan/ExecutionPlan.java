// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.invkfile.RuntimeConfig;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that is needed to carry out one command; nothing has been started.
 *
 * @param command full name of the command
 * @param definedAt where the command is defined
 * @param runtime the chosen runtime, of the chosen implementation
 * @param script the text to run
 * @param interpreter the program that runs it; empty: the default shell
 * @param shell the {@code default_shell} of the file, empty if not given
 * @param words positional words, exactly as given
 * @param environment the whole environment of the script, by name
 * @param hostPaths names of variables of it that hold a directory of this machine, which a container has elsewhere
 * @param baseDirectory directory of the invkfile, absolute
 * @param workdir working directory, absolute; for a container it may be a path that exists only there
 * @param forceRebuild whether an image is built again even if it is there
 * @param dependsOn what must hold before it runs: entries of the file, then of the command, then of the implementation
 */
public record ExecutionPlan(
        String command,
        Place definedAt,
        RuntimeConfig runtime,
        ScriptText script,
        Optional<Interpreter> interpreter,
        Optional<String> shell,
        List<String> words,
        Map<String, String> environment,
        Set<String> hostPaths,
        Path baseDirectory,
        Path workdir,
        boolean forceRebuild,
        DependsOn dependsOn) {
    public ExecutionPlan {
        words = List.copyOf(words);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        hostPaths = Set.copyOf(hostPaths);
    }

    /** The same but that an image that is there is good enough. */
    public ExecutionPlan withoutRebuild() {
        return new ExecutionPlan(
                command,
                definedAt,
                runtime,
                script,
                interpreter,
                shell,
                words,
                environment,
                hostPaths,
                baseDirectory,
                workdir,
                false,
                dependsOn);
    }

    /**
     * The same surroundings for another script, one for {@code /bin/sh}, before the command itself runs: nothing reaches a container
     * from outside, so it has no ports, and it does not reach this machine.
     *
     * @param checks text of that script
     * @param given its words
     */
    public ExecutionPlan forChecks(String checks, List<String> given) {
        return new ExecutionPlan(
                command,
                definedAt,
                runtime instanceof RuntimeConfig.Container container ? container.closed() : runtime,
                new ScriptText(checks, Optional.empty(), script.origin()),
                Optional.of(new Interpreter("/bin/sh", List.of())),
                shell,
                given,
                environment,
                hostPaths,
                baseDirectory,
                workdir,
                forceRebuild,
                DependsOn.NONE);
    }

    /**
     * The script as it will run.
     *
     * @param text its content
     * @param file the file it was read from, absolute; empty if it stands in the invkfile
     */
    public record ScriptText(String text, Optional<Path> file, Place origin) {}
}

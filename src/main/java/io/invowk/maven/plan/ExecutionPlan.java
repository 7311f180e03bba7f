// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.Place;
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
        boolean forceRebuild) {
    public ExecutionPlan {
        words = List.copyOf(words);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        hostPaths = Set.copyOf(hostPaths);
    }

    /**
     * The script as it will run.
     *
     * @param text its content
     * @param file the file it was read from, absolute; empty if it stands in the invkfile
     */
    public record ScriptText(String text, Optional<Path> file, Place origin) {}
}

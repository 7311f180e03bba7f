// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One command to run, as it was asked for.
 *
 * @param cmd words in one text, with the quoting of a shell
 * @param args further words, each as it is
 * @param from source of the command
 * @param runtime name of the runtime
 * @param workdir working directory
 * @param env variables that win over all others
 * @param forceRebuild whether an image is built again even if it is there
 * @param timeoutSeconds how long the command may run; 0: no limit
 * @param container how containers run
 * @param reportFile where the report goes, absolute
 */
public record RunRequest(
        String cmd,
        List<String> args,
        Optional<String> from,
        Optional<String> runtime,
        Optional<String> workdir,
        Map<String, String> env,
        boolean forceRebuild,
        int timeoutSeconds,
        ContainerSettings container,
        Path reportFile) {
    public RunRequest {
        args = List.copyOf(args);
        env = Map.copyOf(env);
    }
}

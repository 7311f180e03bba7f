// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One command to run, as it was asked for.
 *
 * @param directory of the project, absolute: relative paths of the call start from it
 * @param project empty: there is none
 * @param cmd words in one text, with the quoting of a shell
 * @param args further words, each as it is
 * @param from source of the command
 * @param runtime name of the runtime
 * @param workdir working directory
 * @param envFiles dotenv files that win over what the invkfile says
 * @param env variables that win over all others
 * @param envInherit which variables of the host the script sees
 * @param dryRun whether the plan is told instead of carried out
 * @param forceRebuild whether an image is built again even if it is there
 * @param output where standard output goes instead of the log
 * @param allowedExitStatuses statuses besides 0 with which a run counts as a success
 * @param timeoutSeconds how long the command may run; 0: no limit
 * @param checkTimeoutSeconds how long a custom check may run before the command; 0: no limit
 * @param shellUtilities whether the utilities inside the virtual shell win over programs of the same name; empty: as the
 *     user's configuration says
 * @param container how containers run
 */
public record RunRequest(
        Path directory,
        Optional<ProjectFacts> project,
        String cmd,
        List<String> args,
        Optional<String> from,
        Optional<String> runtime,
        Optional<String> workdir,
        List<String> envFiles,
        Map<String, String> env,
        InheritSettings envInherit,
        boolean dryRun,
        boolean forceRebuild,
        OutputCapture output,
        Set<Integer> allowedExitStatuses,
        int timeoutSeconds,
        int checkTimeoutSeconds,
        Optional<Boolean> shellUtilities,
        ContainerSettings container) {
    public RunRequest {
        args = List.copyOf(args);
        envFiles = List.copyOf(envFiles);
        allowedExitStatuses = Set.copyOf(allowedExitStatuses);
        env = Map.copyOf(env);
    }
}

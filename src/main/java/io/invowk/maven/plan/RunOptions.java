// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.discovery.Word;
import io.invowk.maven.invkfile.Env;
import io.invowk.maven.invkfile.EnvInherit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one run differs from what the invkfile says.
 *
 * @param runtime name of the runtime to take, as written
 * @param workdir working directory, as written
 * @param envFiles dotenv files over what the invkfile says; relative ones start from the project's directory
 * @param env variables that win over all others, later ones over earlier ones
 * @param inherit what is given takes the place of the runtime's own setting; an empty list is none given
 * @param forceRebuild whether an image is built again even if it is there
 */
public record RunOptions(
        Optional<Word> runtime,
        Optional<Word> workdir,
        List<Env.EnvFile> envFiles,
        Map<String, String> env,
        EnvInherit inherit,
        boolean forceRebuild) {
    /** Nothing differs. */
    public static final RunOptions NONE =
            new RunOptions(Optional.empty(), Optional.empty(), List.of(), Map.of(), EnvInherit.UNSET, false);

    public RunOptions {
        envFiles = List.copyOf(envFiles);
        env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    }

    /** The same, with a runtime if none is named. */
    public RunOptions orRuntime(Word name) {
        return new RunOptions(
                runtime.isPresent() ? runtime : Optional.of(name), workdir, envFiles, env, inherit, forceRebuild);
    }
}

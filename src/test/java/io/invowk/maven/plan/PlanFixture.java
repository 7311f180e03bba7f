// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/** Plans for words as a user writes them. */
final class PlanFixture {
    private static final HostEnvironment LINUX = host(Map.of());

    private PlanFixture() {}

    static HostEnvironment host(Map<String, String> env) {
        return host(OperatingSystem.LINUX, env);
    }

    static HostEnvironment host(OperatingSystem os, Map<String, String> env) {
        return new HostEnvironment(os, env, Path.of("/elsewhere"), Path.of("/home/user"));
    }

    static Invocation read(InvkfileFixture file, String words) {
        return InvocationReader.read(
                file.catalog(),
                WordSplitter.split(new SourceText("invowk.cmd", words)),
                Optional.empty(),
                RunOptions.NONE);
    }

    static ExecutionPlan plan(InvkfileFixture file, String words) {
        return plan(file, words, LINUX);
    }

    static ExecutionPlan plan(InvkfileFixture file, String words, HostEnvironment host) {
        return new Planner(host).plan((Invocation.Run) read(file, words));
    }

    /** The message of a plan that cannot be made. */
    static String problem(InvkfileFixture file, String words) {
        return problem(file, words, LINUX);
    }

    static String problem(InvkfileFixture file, String words, HostEnvironment host) {
        return Assertions.catchThrowableOfType(UserException.class, () -> plan(file, words, host))
                .getMessage();
    }
}

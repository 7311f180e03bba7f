// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.Discovery;
import io.invowk.maven.discovery.Places;
import io.invowk.maven.golden.GoldenFiles;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words, with the invkfile in their folder, to a plan or to what is wrong. */
class PlanGoldenTest {
    private static final GoldenFiles FILES = GoldenFiles.below("plan", ".words", ".golden", ".err");

    static Stream<GoldenFiles.Input> inputs() {
        return FILES.inputs();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void plans(GoldenFiles.Input input) {
        Path directory = input.path().toAbsolutePath().getParent();
        HostEnvironment host = new HostEnvironment(
                OperatingSystem.LINUX, Map.of("HOME", "/home/user", "LANG", "C"), directory, Path.of("/home/user"));
        try {
            Invocation invocation = InvocationReader.read(
                    Discovery.find(Places.only(directory, directory), directory).catalog(),
                    WordSplitter.split(new SourceText("invowk.cmd", input.text())),
                    Optional.empty(),
                    RunOptions.NONE);
            String plan = PlanPrinter.print(new Planner(host).plan((Invocation.Run) invocation));
            input.assertOutput(".golden", plan.replace(directory.toString(), "/project"));
        } catch (UserException e) {
            input.assertOutput(".err", e.getMessage().replace(directory.toString(), "/project"));
        }
    }

    @Test
    void everyOutputHasAnInput() {
        FILES.assertEveryOutputHasAnInput();
    }
}

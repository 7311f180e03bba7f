// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import static io.invowk.maven.plan.InvkfileFixture.command;
import static io.invowk.maven.plan.InvkfileFixture.containerRuntime;
import static io.invowk.maven.plan.InvkfileFixture.flag;
import static io.invowk.maven.plan.InvkfileFixture.implementation;
import static io.invowk.maven.plan.InvkfileFixture.nativeRuntime;
import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.invkfile.EnvInherit;
import io.invowk.maven.invkfile.EnvInherit.Mode;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.invkfile.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvMergeTest {
    private static final Map<String, String> HOST = Map.of("A", "a", "B", "b", "a", "small");

    private static String inherited(RuntimeConfig runtime, String options) {
        InvkfileFixture file = new InvkfileFixture().with(command("env").with(implementation(runtime)));
        Map<String, String> env =
                PlanFixture.plan(file, "env " + options, PlanFixture.host(HOST)).environment();
        return String.join(" ", env.keySet().stream().filter(HOST::containsKey).toList());
    }

    private static EnvInherit inherit(Mode mode, List<String> allow, List<String> deny) {
        return new EnvInherit(Optional.ofNullable(mode), allow, deny);
    }

    @Test
    void putsEachLayerOverTheOneBefore() {
        InvkfileFixture file = new InvkfileFixture()
                .vars(Map.of("V1", "file", "V2", "file", "V3", "file", "V4", "file", "V5", "file"))
                .with(command("env")
                        .vars(Map.of("V2", "command", "V3", "command", "V4", "command", "V5", "command"))
                        .flags(flag("x", ValueType.STRING))
                        .with(implementation(nativeRuntime())
                                .vars(Map.of(
                                        "V3", "implementation",
                                        "V4", "implementation",
                                        "V5", "implementation",
                                        "INVOWK_FLAG_X", "implementation",
                                        "ARGC", "implementation"))));
        Map<String, String> host =
                Map.of("V0", "host", "V1", "host", "V2", "host", "V3", "host", "V4", "host", "V5", "host");
        assertThat(PlanFixture.plan(file, "env --x=flag -E V4=run -E V5=run -E ARGC=run", PlanFixture.host(host))
                        .environment())
                .isEqualTo(Map.of(
                        "V0", "host",
                        "V1", "file",
                        "V2", "command",
                        "V3", "implementation",
                        "V4", "run",
                        "V5", "run",
                        "INVOWK_FLAG_X", "flag",
                        "ARGC", "run"));
    }

    @Test
    void inheritsAllForNativeAndNothingForContainers() {
        assertThat(inherited(nativeRuntime(), "")).isEqualTo("A B a");
        assertThat(inherited(containerRuntime(), "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, '', '', ''",
        "ALL, '', '', A B a",
        "ALL, A, '', A B a",
        "ALL, '', A, B a",
        "ALLOW, '', '', ''",
        "ALLOW, A, '', A",
        "ALLOW, A B, A, B",
        "ALLOW, A C, '', A",
        ", A, '', A B a",
    })
    void filtersAsTheRuntimeSays(Mode mode, String allow, String deny, String expected) {
        assertThat(inherited(nativeRuntime(inherit(mode, list(allow), list(deny))), ""))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', A",
        "--env-inherit-mode none, ''",
        "--env-inherit-mode all, A a",
        "--env-inherit-allow B, ''",
        "--env-inherit-deny A, ''",
        "--env-inherit-allow B --env-inherit-deny A, B",
        "--env-inherit-mode all --env-inherit-deny a --env-inherit-deny A, B",
    })
    void replacesOnlyWhatIsGivenOnTheCommandLine(String options, String expected) {
        assertThat(inherited(nativeRuntime(inherit(Mode.ALLOW, List.of("A"), List.of("B"))), options))
                .isEqualTo(expected);
    }

    @Test
    void letsAContainerInheritWhenItIsTold() {
        assertThat(inherited(
                        containerRuntime(inherit(Mode.ALLOW, List.of("B"), List.of()), Optional.empty(), false), ""))
                .isEqualTo("B");
        assertThat(inherited(containerRuntime(), "--env-inherit-mode=all")).isEqualTo("A B a");
    }

    @Test
    void keepsTheVariablesOfAnOuterRunAway() {
        Map<String, String> host = Map.of(
                "INVOWK_ARG_X", "1",
                "INVOWK_FLAG_Y", "1",
                "ARGC", "7",
                "ARG1", "1",
                "ARG27", "1",
                "ARGS", "kept",
                "ARG", "kept",
                "INVOWK_SSH_PORT", "kept");
        InvkfileFixture file = new InvkfileFixture().with(command("env"));
        assertThat(PlanFixture.plan(file, "env --env-inherit-mode all", PlanFixture.host(host))
                        .environment())
                .isEqualTo(Map.of("ARGS", "kept", "ARG", "kept", "INVOWK_SSH_PORT", "kept", "ARGC", "0"));
    }

    private static List<String> list(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }
}

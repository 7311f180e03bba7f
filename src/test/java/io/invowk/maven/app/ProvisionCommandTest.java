// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import static io.invowk.maven.plan.InvkfileFixture.arg;
import static io.invowk.maven.plan.InvkfileFixture.command;
import static io.invowk.maven.plan.InvkfileFixture.containerRuntime;
import static io.invowk.maven.plan.InvkfileFixture.implementation;
import static io.invowk.maven.plan.InvkfileFixture.nativeRuntime;
import static io.invowk.maven.plan.InvkfileFixture.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.CommandCatalog;
import io.invowk.maven.engine.BakedImage;
import io.invowk.maven.engine.ContainerSpec;
import io.invowk.maven.engine.EngineReport;
import io.invowk.maven.engine.EngineResult;
import io.invowk.maven.engine.Images;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import io.invowk.maven.invkfile.EnvInherit;
import io.invowk.maven.invkfile.ValueType;
import io.invowk.maven.plan.InvkfileFixture;
import io.invowk.maven.process.ExitStatus;
import io.invowk.maven.process.Stdio;
import io.invowk.maven.runtime.Provision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisionCommandTest {
    private static final EnvInherit ALL = new EnvInherit(Optional.of(EnvInherit.Mode.ALL), List.of(), List.of());
    private static final CommandCatalog CATALOG = new InvkfileFixture()
            .vars(Map.of("LEVEL", "release"))
            .with(
                    command("greet")
                            .args(required(arg("who", ValueType.STRING)))
                            .with(implementation(nativeRuntime(), containerRuntime(ALL, Optional.empty(), false))
                                    .script("echo")),
                    command("with file").envFiles("prod.env").with(implementation(containerRuntime())),
                    command("native").with(implementation(nativeRuntime()).script("echo")))
            .catalog();

    private final RecordedMessages messages = new RecordedMessages();
    private final List<BakedImage> baked = new ArrayList<>();

    @TempDir
    private Path directory;

    private void provision(String cmd, Optional<String> tag) throws Exception {
        HostEnvironment host =
                new HostEnvironment(OperatingSystem.LINUX, Map.of("TOKEN", "hidden"), directory, directory);
        Images images = new Images() {
            @Override
            public EngineResult provide(ContainerSpec.Image image, boolean forceRebuild, Stdio stdio) {
                return new EngineResult(new ExitStatus(0), new EngineReport(Map.of("image", "x:1"), List.of()));
            }

            @Override
            public EngineResult bake(BakedImage image, boolean forceRebuild, Stdio stdio) {
                baked.add(image);
                return new EngineResult(
                        new ExitStatus(0),
                        new EngineReport(
                                Map.of("image", "t:1", "image_action", "built", "engine", "podman"), List.of()));
            }
        };
        new ProvisionCommand(host, new Provision(images), messages)
                .provision(
                        CATALOG,
                        new ProvisionRequest(
                                cmd,
                                List.of(),
                                Optional.empty(),
                                tag,
                                false,
                                List.of(),
                                600,
                                directory.resolve("report.json")));
    }

    private void assertRefused(String cmd, String message) {
        assertThatThrownBy(() -> provision(cmd, Optional.empty()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(message);
        assertThat(baked).isEmpty();
    }

    @Test
    void takesTheContainerRuntimeAndNothingOfTheHost() throws Exception {
        provision("greet", Optional.empty());
        assertThat(baked.get(0).environment()).isEqualTo(Map.of("LEVEL", "release"));
        assertThat(baked.get(0).name()).isEmpty();
        assertThat(messages.lines).contains("o t:1");
        assertThat(directory.resolve("report.json")).content().isEqualToIgnoringWhitespace("""
                {"command": "greet", "definedAt": "invkfile.cue:1:1", "image": "t:1", "action": "built", "engine": "podman"}
                """);
    }

    @Test
    void aNameHasATag() throws Exception {
        provision("greet me", Optional.of("localhost:5000/a"));
        assertThat(baked.get(0).name()).hasValue("localhost:5000/a:latest");
        assertThat(messages.lines).contains("o localhost:5000/a:latest");
        provision("greet me", Optional.of("a:2"));
        assertThat(baked.get(1).name()).hasValue("a:2");
    }

    @Test
    void refusesWhatNoImageCanHold() {
        assertRefused("greet -E TOKEN=x", "variables of a call are not put into an image: TOKEN");
        assertRefused("greet -e prod.env", "dotenv files are not put into an image");
        assertRefused("with file", "invkfile.cue:1:1: error: dotenv files are not put into an image");
        assertRefused("greet one two", "Too many arguments");
        assertRefused("native", "container");
        assertRefused("greet -r native", "only a command in a container can be put into an image");
        assertRefused("greet -h", "an image needs a command");
        assertRefused("nothing", "nothing");
    }
}

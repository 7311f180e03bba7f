// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.engine.BakedImage;
import io.invowk.maven.engine.ContainerSpec;
import io.invowk.maven.engine.EngineReport;
import io.invowk.maven.engine.EngineResult;
import io.invowk.maven.engine.Images;
import io.invowk.maven.invkfile.ImageSource;
import io.invowk.maven.process.ExitStatus;
import io.invowk.maven.process.Stdio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisionTest {
    @TempDir
    Path directory;

    private Plans plans;
    private final List<ContainerSpec.Image> provided = new ArrayList<>();
    private final List<BakedImage> baked = new ArrayList<>();
    private EngineResult base = answer(0, Map.of("image", "base:1"));
    private EngineResult image = answer(0, Map.of("image", "t:1", "image_action", "built"));

    @BeforeEach
    void makePlans() {
        plans = new Plans(directory).image("x:1").script("make");
    }

    private static EngineResult answer(int status, Map<String, String> report) {
        return new EngineResult(new ExitStatus(status), new EngineReport(report, List.of()));
    }

    private EngineReport provision() throws EngineUnavailableException {
        Images images = new Images() {
            @Override
            public EngineResult provide(ContainerSpec.Image wanted, boolean forceRebuild, Stdio stdio) {
                provided.add(wanted);
                return base;
            }

            @Override
            public EngineResult bake(BakedImage wanted, boolean forceRebuild, Stdio stdio) {
                baked.add(wanted);
                return image;
            }
        };
        return new Provision(images).provision(plans.plan(), List.of(), Optional.of("n:1"), new Stdio.Unchanged());
    }

    private String failure() {
        UserException[] thrown = new UserException[1];
        assertThatThrownBy(this::provision)
                .isInstanceOfSatisfying(UserException.class, exception -> thrown[0] = exception);
        return String.valueOf(thrown[0].getMessage());
    }

    @Test
    void bakesTheCommandOntoItsImage() throws EngineUnavailableException {
        assertThat(provision()).isEqualTo(image.report());
        assertThat(provided).containsExactly(new ContainerSpec.Image.Named("x:1"));
        assertThat(baked).singleElement().satisfies(spec -> {
            assertThat(spec.base()).isEqualTo("base:1");
            assertThat(spec.workspace()).isEqualTo(directory);
            assertThat(spec.needed()).isEmpty();
            assertThat(spec.environment()).isEqualTo(plans.environment);
            assertThat(spec.script()).isEmpty();
            assertThat(spec.name()).hasValue("n:1");
            assertThat(spec.entry()).endsWith("exec '/bin/sh' '-c' 'make' \"$@\"\n");
        });
    }

    @Test
    void bakesOntoTheImageOfAContainerfile() throws IOException, EngineUnavailableException {
        Files.writeString(directory.resolve("Build"), "FROM x\n");
        plans.container(new ImageSource.Containerfile("Build", Plans.place("image")));
        provision();
        assertThat(provided).containsExactly(new ContainerSpec.Image.Built(directory.resolve("Build"), directory));
        assertThat(baked.get(0).base()).isEqualTo("base:1");
    }

    @Test
    void takesAnInlineScriptAlong() throws EngineUnavailableException {
        plans.interpreter("python3", "-u").script("print()");
        provision();
        assertThat(baked.get(0).script()).hasValue(new ContainerSpec.MountedScript("invowk-script.py", "print()"));
        assertThat(baked.get(0).entry()).endsWith("exec 'python3' '-u' '/invowk/script/invowk-script.py' \"$@\"\n");
    }

    @Test
    void needsTheScriptFileOfTheProject() throws EngineUnavailableException {
        plans.interpreter("sh").script("x");
        plans.file = Optional.of(directory.resolve("./tools/run.sh"));
        provision();
        assertThat(baked.get(0).needed()).hasValue(directory.resolve("tools/run.sh"));
        assertThat(baked.get(0).entry()).endsWith("exec 'sh' '/workspace/tools/run.sh' \"$@\"\n");
    }

    @Test
    void refusesWindowsBeforeAnythingStarts() {
        plans.image("mcr.microsoft.com/windows/nanoserver:1");
        assertThat(failure()).contains("windows container images are not supported");
        assertThat(provided).isEmpty();
    }

    @Test
    void saysThatTheBaseImageIsMissing() {
        base = answer(69, Map.of("cause", "image-not-found", "engine", "podman", "error", "manifest unknown"));
        assertThat(failure()).contains("image \"x:1\" was not found", "podman: manifest unknown");
        assertThat(baked).isEmpty();
    }

    @Test
    void saysThatTheImageCannotBeBuilt() {
        image = answer(69, Map.of("cause", "build-failed", "engine", "podman", "error", "no space left"));
        assertThat(failure())
                .startsWith("invkfile.cue:1:8: error: no image for command \"build\" could be built\n")
                .contains("= podman: no space left");
    }

    @Test
    void saysThatTheEngineEndedEarly() {
        image = answer(143, Map.of());
        assertThat(failure())
                .contains("the engine ended before the image of command \"build\" was there: exit status 143");
    }

    @Test
    void saysThatNoEngineAnswers() {
        base = answer(69, Map.of("cause", "engine-unavailable"));
        assertThatThrownBy(this::provision)
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("no container engine for command \"build\"");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import io.invowk.maven.process.Stdio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCallTest {
    private static final String FAKE = """
            printf '%s\\n' "$@"
            while [ "$#" -gt 0 ]; do
              [ "$1" != --context ] || [ ! -e "$2/workspace/a.txt" ] || cat "$2/workspace/a.txt"
              [ "$1" != --report ] || printf 'image_action=built\\n' >"$2"
              shift
            done
            exit 5
            """;

    @TempDir
    Path home;

    private final List<String> out = new ArrayList<>();
    private ImageCall call;

    @BeforeEach
    void writeFake() throws IOException {
        Path fake = Files.writeString(home.resolve("fake"), FAKE);
        HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, Map.of(), home, home);
        call = new ImageCall(host, List.of("docker"), Duration.ofSeconds(9), "s1", (directory, scratch) -> fake);
    }

    private String said() {
        return String.join(" ", out).replaceAll("/\\S*/call-[^/ ]*", "CALL");
    }

    private Stdio lines() {
        return new Stdio.Lines(out::add, out::add);
    }

    @Test
    void providesAnImageByName() throws IOException {
        EngineResult result = call.provide(new ContainerSpec.Image.Named("x:1"), true, lines());
        assertThat(said())
                .isEqualTo("image --engine docker --engine-timeout 9 --image x:1 --session s1 --report CALL/report");
        assertThat(result.status().value()).isEqualTo(5);
        assertThat(result.report().values()).containsEntry("image_action", "built");
        assertThat(home.resolve(".cache/invowk-engine")).isEmptyDirectory();
    }

    @Test
    void buildsAnImageAgainIfAskedTo() throws IOException {
        Path file = Files.writeString(home.resolve("C"), "FROM x\n");
        call.provide(new ContainerSpec.Image.Built(file, home), true, lines());
        assertThat(said())
                .matches(
                        "image --engine docker --engine-timeout 9 --containerfile " + file + " --context " + home
                                + " --tag localhost/invowk-build:[0-9a-f]{16} --force-rebuild --session s1 --report CALL/report");
    }

    @Test
    void bakesFromAContextThatIsRemoved() throws IOException {
        Path project = Files.createDirectory(home.resolve("project"));
        Files.writeString(project.resolve("a.txt"), "of the project\n");
        BakedImage image = new BakedImage(
                "base:1", project, Optional.empty(), "entry", Map.of(), Optional.empty(), Optional.of("n:1"));
        call.bake(image, false, lines());
        assertThat(said())
                .matches(
                        "image --engine docker --engine-timeout 9 --containerfile CALL/context/Containerfile --context CALL/context"
                                + " --tag localhost/invowk-build:[0-9a-f]{16} --name n:1 --session s1 --report CALL/report"
                                + " of the project");
        assertThat(home.resolve(".cache/invowk-engine")).isEmptyDirectory();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import io.invowk.maven.process.Stdio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EngineCallTest {
    /** Writes its words down, one a line, with the files that they name, then the report. */
    private static final String FAKE = """
            printf '%s\\n' "$@"
            while [ "$1" != -- ]; do
              case $1 in
                --env-file) ls -l "$2" | cut -c 1-10; cat "$2" ;;
                --script) ls -l "$2" | cut -c 1-10; cat "$2" ;;
                --report) report=$2 ;;
                --control) [ -p "$2" ] || exit 8 ;;
              esac
              shift
            done
            [ -z "$WITHOUT_REPORT" ] || exit 9
            printf 'outcome=exited\\nexit_status=7\\n' >"$report"
            exit 7
            """;

    @TempDir
    Path home;

    private final List<String> out = new ArrayList<>();
    private final EngineOptions options = new EngineOptions(
            List.of("podman", "/opt/docker"),
            EngineOptions.User.CALLER,
            EngineOptions.SelinuxLabels.PRIVATE,
            Duration.ofSeconds(10),
            Duration.ofSeconds(90),
            Duration.ofMinutes(10),
            "s1");
    private Path fake;

    @BeforeEach
    void writeFake() throws IOException {
        fake = Files.writeString(home.resolve("fake"), FAKE);
    }

    private EngineCall call(Map<String, String> env) {
        return new EngineCall(
                new HostEnvironment(OperatingSystem.LINUX, env, home, home), options, (directory, call) -> fake);
    }

    private Optional<HostPort> hostPort = Optional.empty();

    private ContainerSpec spec(ContainerSpec.Image image, List<String> command) {
        return new ContainerSpec(
                image,
                true,
                home,
                "/workspace/sub",
                List.of("/a:/b:ro", "cache:/c"),
                List.of("8080:80"),
                hostPort,
                Map.of("SECRET", "it's\nhidden"),
                Optional.of(new ContainerSpec.MountedScript("x.py", "print()\n")),
                true,
                command);
    }

    @Test
    void asksTheOneContainerEngineThatTheWayToThisMachineHoldsFor() throws IOException {
        hostPort = Optional.of(new HostPort(new HostWay("/bin/x", "gateway=172.17.0.1", "172.17.0.1", "h"), 4567));
        call(Map.of()).run(spec(new ContainerSpec.Image.Named("debian"), List.of("true")), lines(out));
        assertThat(String.join(" ", out)).contains(" --engine /bin/x --image debian ");
        assertThat(String.join(" ", out)).contains(" --port 8080:80 --host-port gateway=172.17.0.1:4567 --env-file ");
    }

    private static Stdio lines(List<String> lines) {
        return new Stdio.Lines(lines::add, lines::add);
    }

    @Test
    void handsTheSpecificationOverAndReadsTheReport() throws IOException {
        EngineResult result =
                call(Map.of()).run(spec(new ContainerSpec.Image.Named("debian"), List.of("a b", "")), lines(out));
        assertThat(result.status().value()).isEqualTo(7);
        assertThat(result.report().outcome()).hasValue("exited");
        String text =
                String.join("\n", out).replaceAll("/\\S*/call-[^/\n]*", "CALL").replace(home.toString(), "HOME");
        assertThat(text).isEqualTo("""
                run
                --control
                CALL/control
                --engine
                podman
                --engine
                /opt/docker
                --image
                debian
                --workspace
                HOME
                --workdir
                /workspace/sub
                --volume
                /a:/b:ro
                --volume
                cache:/c
                --port
                8080:80
                --env-file
                CALL/env
                --script
                CALL/script/x.py
                --user
                caller
                --selinux
                private
                --tty
                --stop-grace
                10
                --timeout
                90
                --engine-timeout
                600
                --session
                s1
                --report
                CALL/report
                --
                a b

                -rw-------
                export SECRET='it'\\''s
                hidden'
                -rwxr-xr-x
                print()""");
    }

    @Test
    void namesTheContainerfileItsContextAndTag() throws IOException {
        Path file = Files.writeString(home.resolve("Build"), "FROM x\n");
        call(Map.of()).run(spec(new ContainerSpec.Image.Built(file, home), List.of("x")), lines(out));
        assertThat(out)
                .containsSubsequence("--containerfile", file.toString(), "--context", home.toString(), "--tag")
                .contains("--force-rebuild")
                .doesNotContain("--image");
        assertThat(out.get(out.indexOf("--tag") + 1)).matches("localhost/invowk-build:[0-9a-f]{16}");
    }

    @Test
    void startsNothingWhenTheContainerfileCannotBeRead() {
        ContainerSpec.Image missing = new ContainerSpec.Image.Built(home.resolve("Build"), home);
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> call(Map.of()).run(spec(missing, List.of("x")), lines(out)));
        assertThat(out).isEmpty();
        assertThat(home.resolve(".cache/invowk-engine")).isEmptyDirectory();
    }

    @Test
    void windowsHasNoControlPipe() throws IOException {
        HostEnvironment windows = new HostEnvironment(OperatingSystem.WINDOWS, Map.of(), home, home);
        new EngineCall(windows, options, (directory, call) -> fake)
                .run(spec(new ContainerSpec.Image.Named("x"), List.of("x")), lines(out));
        assertThat(out).contains("--report").doesNotContain("--control");
    }

    @Test
    void leavesNothingBehind() throws IOException {
        call(Map.of()).run(spec(new ContainerSpec.Image.Named("x"), List.of("x")), lines(out));
        assertThat(home.resolve(".cache/invowk-engine")).isEmptyDirectory();
    }

    @Test
    void answersWithAnEmptyReportWhenTheEngineLeftNone() throws IOException {
        EngineResult result = call(Map.of("WITHOUT_REPORT", "1"))
                .run(spec(new ContainerSpec.Image.Named("x"), List.of("x")), lines(out));
        assertThat(result.status().value()).isEqualTo(9);
        assertThat(result.report().outcome()).isEmpty();
    }

    @Test
    void runsFiftyAtOnce() throws Exception {
        EngineCall call = call(Map.of());
        ExecutorService pool = Executors.newFixedThreadPool(50);
        try {
            List<Callable<Boolean>> runs = IntStream.range(0, 50)
                    .<Callable<Boolean>>mapToObj(number -> () -> {
                        List<String> seen = new ArrayList<>();
                        String word = "word-" + number;
                        EngineResult result =
                                call.run(spec(new ContainerSpec.Image.Named("x"), List.of(word)), lines(seen));
                        return result.report().outcome().isPresent() && seen.contains(word);
                    })
                    .toList();
            for (Future<Boolean> run : pool.invokeAll(runs)) {
                assertThat(run.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}

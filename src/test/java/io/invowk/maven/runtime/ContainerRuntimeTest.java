// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.engine.ContainerSpec;
import io.invowk.maven.engine.Engine;
import io.invowk.maven.engine.EngineReport;
import io.invowk.maven.engine.EngineResult;
import io.invowk.maven.engine.HostPort;
import io.invowk.maven.engine.HostWay;
import io.invowk.maven.invkfile.ImageSource;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.invkfile.RuntimeKind;
import io.invowk.maven.invkfile.Volume;
import io.invowk.maven.process.ExitStatus;
import io.invowk.maven.process.Stdio;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerRuntimeTest {
    private static final Stdio LINES = new Stdio.Lines(line -> {}, line -> {});

    private static final HostAccess ACCESS = new HostAccess(
            new HostPort(new HostWay("/bin/docker", "gateway=1.2.3.4", "1.2.3.4", "host.docker.internal"), 4567),
            "hidden");

    @TempDir
    Path directory;

    private Plans plans;
    private Optional<HostAccess> access = Optional.empty();
    private final List<ContainerSpec> specs = new ArrayList<>();
    private EngineResult answer = answer(0, Map.of("outcome", "exited"));

    @BeforeEach
    void makePlans() {
        plans = new Plans(directory).image("x:1").script("make");
    }

    private static EngineResult answer(int status, Map<String, String> report, String... rejected) {
        return new EngineResult(new ExitStatus(status), new EngineReport(report, List.of(rejected)));
    }

    private Outcome run(Engine engine, Stdio stdio) throws EngineUnavailableException {
        return new ContainerRuntime(engine, () -> true, access).run(plans.plan(), stdio);
    }

    private ContainerSpec spec() throws EngineUnavailableException {
        run(
                (spec, stdio) -> {
                    specs.add(spec);
                    return answer;
                },
                LINES);
        return specs.get(specs.size() - 1);
    }

    private String failure() {
        UserException[] thrown = new UserException[1];
        assertThatThrownBy(this::spec).isInstanceOfSatisfying(UserException.class, exception -> thrown[0] = exception);
        return String.valueOf(thrown[0].getMessage()).replace(directory.toString(), "$DIR");
    }

    private String failure(String cause) {
        answer =
                answer(70, Map.of("outcome", "not-started", "cause", cause, "engine", "podman", "error", "it said so"));
        return failure();
    }

    @Test
    void saysThatTheClientWasLost() {
        answer = answer(
                137, Map.of("outcome", "interrupted", "error", "podman ended with status 137 while the command ran"));
        assertThat(failure()).contains("was interrupted", "= podman ended with status 137 while the command ran");
    }

    @Test
    void passesTheStatusAndTheReportOn() throws EngineUnavailableException {
        answer = answer(125, Map.of("outcome", "exited", "mode", "podman-rootless"));
        Outcome outcome = run((spec, stdio) -> answer, LINES);
        assertThat(outcome.exitStatus()).isEqualTo(125);
        assertThat(outcome.runtime()).isEqualTo(RuntimeKind.CONTAINER);
        assertThat(outcome.engine()).hasValue(answer.report());
    }

    @Test
    void passesAnInterruptedRunsStatusOn() throws EngineUnavailableException {
        answer = answer(143, Map.of("outcome", "interrupted"));
        assertThat(run((spec, stdio) -> answer, LINES).exitStatus()).isEqualTo(143);
    }

    @Test
    void passesOnThatTheTimeOfACommandWasOver() throws EngineUnavailableException {
        answer = answer(124, Map.of("outcome", "timed-out", "error", "the command's time of 5 s was over"));
        Outcome outcome = run((spec, stdio) -> answer, LINES);
        assertThat(outcome.exitStatus()).isEqualTo(124);
        assertThat(outcome.timedOut()).isTrue();
    }

    @Test
    void tellsTheCommandHowToReachThisMachineWhateverElseSetsTheVariables() throws EngineUnavailableException {
        access = Optional.of(ACCESS);
        plans.hostSsh();
        plans.environment = Map.of("INVOWK_SSH_PORT", "1", "A", "b");
        assertThat(spec().hostPort()).hasValue(ACCESS.port());
        assertThat(spec().environment())
                .containsExactly(
                        entry("A", "b"),
                        entry("INVOWK_SSH_ENABLED", "true"),
                        entry("INVOWK_SSH_HOST", "host.docker.internal"),
                        entry("INVOWK_SSH_PORT", "4567"),
                        entry("INVOWK_SSH_TOKEN", "hidden"),
                        entry("INVOWK_SSH_USER", "invowk"));
        assertThat(ACCESS.toString()).doesNotContain("hidden");
    }

    @Test
    void tellsNothingOfThisMachineToChecksAndToCommandsThatDoNotAsk() throws EngineUnavailableException {
        access = Optional.of(ACCESS);
        assertThat(spec().hostPort()).isEmpty();
        assertThat(spec().environment()).containsOnlyKeys("PATH");
        plans.hostSsh();
        Engine engine = (spec, stdio) -> {
            specs.add(spec);
            return answer;
        };
        new ContainerRuntime(engine, () -> true, Optional.empty())
                .run(plans.plan().forChecks("true", List.of()), LINES);
        assertThat(specs.get(specs.size() - 1).hostPort()).isEmpty();
        assertThat(specs.get(specs.size() - 1).environment()).containsOnlyKeys("PATH");
    }

    @Test
    void runsNoCommandWithoutTheAccessThatItAsksFor() {
        plans.hostSsh();
        assertThatThrownBy(this::spec).isInstanceOf(IllegalArgumentException.class);
        assertThat(specs).isEmpty();
    }

    @Test
    void saysWhyContainersCannotReachThisMachine() {
        plans.hostSsh();
        RuntimeConfig.Container config = (RuntimeConfig.Container) plans.runtime;
        EngineReport far = new EngineReport(
                Map.of("cause", "host-unreachable", "engine", "docker", "error", "it is far", "cure", "go there"),
                List.of());
        assertThatThrownBy(() -> HostAccess.way(plans.plan(), config, () -> far))
                .isInstanceOf(UserException.class)
                .hasMessage("""
                        invkfile.cue:2:3: error: enable_host_ssh: containers cannot reach this machine
                          2 |   image: "x:1"
                            |   ^^^^^
                            = docker: it is far
                            = help: go there""");
        EngineReport none = new EngineReport(Map.of("cause", "engine-unavailable"), List.of("podman: not on PATH"));
        assertThatThrownBy(() -> HostAccess.way(plans.plan(), config, () -> none))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("podman: not on PATH");
    }

    @Test
    void saysInWhatTheContainerEngineHung() {
        assertThat(failure("engine-hung")).isEqualTo("""
                invkfile.cue:1:8: error: podman hung before command "build" had started
                  1 | cmds: [{name: "build"
                    |        ^^^^^
                    = it said so
                    = help: restart its service, or end what holds it up; if it was only slow, give it more seconds: \
                -Dinvowk.engineTimeout""");
    }

    @Test
    void tellsTheScriptWhereTheProjectIsInTheContainer() throws EngineUnavailableException {
        Path elsewhere = Path.of("/elsewhere/target");
        plans.environment = Map.of(
                "BASE", directory.toString(), "BUILD", directory + "/target", "OUT", elsewhere.toString(), "A", "/a");
        plans.hostPaths = Set.of("BASE", "BUILD", "OUT");
        assertThat(spec().environment())
                .isEqualTo(Map.of(
                        "BASE", "/workspace", "BUILD", "/workspace/target", "OUT", "/elsewhere/target", "A", "/a"));
    }

    @Test
    void runsTextInTheShellOfTheImage() throws EngineUnavailableException {
        assertThat(spec().command()).containsExactly("/bin/sh", "-c", "make");
        plans.script("make \"$@\"", "a b", "");
        ContainerSpec spec = spec();
        assertThat(spec.command()).containsExactly("/bin/sh", "-c", "make \"$@\"", "invowk", "a b", "");
        assertThat(spec.script()).isEmpty();
        assertThat(spec.image()).isEqualTo(new ContainerSpec.Image.Named("x:1"));
        assertThat(spec.ports()).containsExactly("8080:80");
        assertThat(spec.environment()).isEqualTo(plans.environment);
        assertThat(spec.workspace()).isEqualTo(directory);
    }

    @Test
    void mountsInlineTextForAnInterpreterAndWritesNothingIntoTheProject() throws EngineUnavailableException {
        plans.interpreter("python3", "-u").script("print()", "word");
        ContainerSpec spec = spec();
        assertThat(spec.command()).containsExactly("python3", "-u", "/run/invowk/script/invowk-script.py", "word");
        assertThat(spec.script()).hasValue(new ContainerSpec.MountedScript("invowk-script.py", "print()"));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void findsAScriptFileOfTheProjectInTheWorkspace() throws EngineUnavailableException {
        plans.interpreter("sh").script("x", "word");
        plans.file = Optional.of(directory.resolve("./..tools/../..tools/a b.sh"));
        ContainerSpec spec = spec();
        assertThat(spec.command()).containsExactly("sh", "/workspace/..tools/a b.sh", "word");
        assertThat(spec.script()).isEmpty();
    }

    @Test
    void mountsAScriptFileFromElsewhere() throws EngineUnavailableException {
        plans.interpreter("sh").script("exit 3");
        plans.file = Optional.of(directory.resolve("../shared/run.sh"));
        ContainerSpec spec = spec();
        assertThat(spec.command()).containsExactly("sh", "/run/invowk/script/run.sh");
        assertThat(spec.script()).hasValue(new ContainerSpec.MountedScript("run.sh", "exit 3"));
    }

    @Test
    void runsAScriptFileWithoutInterpreterAsText() throws EngineUnavailableException {
        plans.file = Optional.of(directory.resolve("run.sh"));
        assertThat(spec().command()).containsExactly("/bin/sh", "-c", "make");
    }

    @ParameterizedTest
    @CsvSource({
        "'', /workspace",
        ".,  /workspace",
        "sub/deep, /workspace/sub/deep",
        "sub/../other, /workspace/other",
        "..foo, /workspace/..foo",
        "/srv/app, /srv/app",
        "/, /",
    })
    void mapsTheWorkingDirectory(String workdir, String expected) throws EngineUnavailableException {
        plans.workdir = directory.resolve(workdir);
        assertThat(spec().workdir()).isEqualTo(expected);
    }

    @Test
    void takesADirectoryBesideTheProjectAsAPathInTheContainer() throws EngineUnavailableException {
        plans.workdir = directory.resolve("../beside");
        assertThat(spec().workdir())
                .isEqualTo(directory.resolveSibling("beside").toString());
    }

    @Test
    void makesRelativeVolumesAbsolute() throws EngineUnavailableException {
        plans.container(
                new ImageSource.Image("x:1", Plans.place("\"x:1\"")),
                new Volume("./cache", "/c", "", Plans.place("cmds")),
                new Volume("../m2", "/m", "ro,z", Plans.place("cmds")),
                new Volume(".", "/all", "", Plans.place("cmds")),
                new Volume("/abs", "/a", "", Plans.place("cmds")),
                new Volume("named", "/n", "U", Plans.place("cmds")));
        assertThat(spec().volumes())
                .containsExactly(
                        directory + "/cache:/c",
                        directory.resolveSibling("m2") + ":/m:ro,z",
                        directory + ":/all",
                        "/abs:/a",
                        "named:/n:U");
    }

    @Test
    void refusesAVolumeWhosePathHoldsAColon() throws IOException {
        plans = new Plans(Files.createDirectory(directory.resolve("a:b")));
        plans.container(
                new ImageSource.Image("x:1", Plans.place("\"x:1\"")),
                new Volume("./cache", "/c", "", Plans.place("\"x:1\"")));
        assertThat(failure()).isEqualTo("""
                invkfile.cue:2:10: error: the host path of a volume cannot contain a colon: $DIR/a:b/cache
                  2 |   image: "x:1"
                    |          ^^^^^
                    = help: move the directory, or reach it by a symbolic link without a colon in its path""");
    }

    @Test
    void asksForATerminalOnlyWithInheritedStreams() throws EngineUnavailableException {
        List<Boolean> asked = new ArrayList<>();
        Engine engine = (spec, stdio) -> {
            asked.add(spec.terminal());
            return answer;
        };
        run(engine, new Stdio.Inherited());
        run(engine, new Stdio.Unchanged());
        run(engine, LINES);
        new ContainerRuntime(engine, () -> false, access).run(plans.plan(), new Stdio.Inherited());
        assertThat(asked).containsExactly(true, false, false, false);
    }

    @Test
    void buildsAnImageFromTheDirectoryOfTheInvkfile() throws IOException, EngineUnavailableException {
        Files.createDirectory(directory.resolve("image"));
        Files.writeString(directory.resolve("image/Build"), "FROM x\n");
        plans.container(new ImageSource.Containerfile("image/Build", Plans.place("image")));
        assertThat(spec().image()).isInstanceOfSatisfying(ContainerSpec.Image.Built.class, built -> {
            assertThat(built.containerfile()).isEqualTo(directory.resolve("image/Build"));
            assertThat(built.context()).isEqualTo(directory);
        });
    }

    @Test
    void saysThatTheContainerfileIsMissing() throws IOException {
        plans.container(new ImageSource.Containerfile("image/Build", Plans.place("\"x:1\"")));
        assertThat(failure()).isEqualTo("""
                invkfile.cue:2:10: error: containerfile "image/Build" does not exist
                  2 |   image: "x:1"
                    |          ^^^^^
                    = looked for $DIR/image/Build, from the directory of the invkfile
                    = help: create it, or mend the path""");
        Files.createDirectories(directory.resolve("image/Build"));
        assertThat(failure()).contains("containerfile \"image/Build\" is not a file");
        assertThat(specs).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mcr.microsoft.com/windows/servercore:ltsc2022",
                "MCR.microsoft.com/PowerShell:latest",
                "microsoft/windowsservercore",
                "docker.io/microsoft/nanoserver:1809"
            })
    void refusesWindowsBeforeAnythingStarts(String image) {
        plans.image(image);
        assertThat(failure())
                .startsWith(
                        "invkfile.cue:2:10: error: windows container images are not supported: \"" + image + "\"\n");
        assertThat(specs).isEmpty();
    }

    @Test
    void listsWhyEachEngineWasPassedOver() {
        answer = answer(
                69,
                Map.of("outcome", "not-started", "cause", "engine-unavailable"),
                "podman: not on PATH",
                "/usr/bin/docker: service does not answer: Cannot connect to the Docker daemon");
        assertThatThrownBy(this::spec)
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessage("""
                        no container engine for command "build" (invkfile.cue:1:8)
                            = podman: not on PATH
                            = /usr/bin/docker: service does not answer: Cannot connect to the Docker daemon
                            = help: start docker, install podman, or use -Dinvowk.runtime=native; invowk:doctor explains each finding""");
    }

    @Test
    void pointsAtTheImageThatIsNotFound() {
        assertThat(failure("image-not-found")).isEqualTo("""
                invkfile.cue:2:10: error: image "x:1" was not found
                  2 |   image: "x:1"
                    |          ^^^^^
                    = podman: it said so
                    = help: check the name and the tag; a name without a registry is looked up as podman is configured""");
    }

    @ParameterizedTest
    @CsvSource({
        "image-access, invkfile.cue:2:10: error: the registry does not give out image \"x:1\"",
        "image-network, invkfile.cue:2:10: error: image \"x:1\" could not be fetched: its registry does not answer",
        "forbidden-path, 'invkfile.cue:2:10: error: a directory that command \"build\" mounts must not be relabelled for SELinux'",
        "path-not-shared, 'invkfile.cue:2:10: error: a directory that command \"build\" mounts is not the host''s'",
        "start-failed, invkfile.cue:2:10: error: the container for command \"build\" could not be started",
        "engine-failed, invkfile.cue:1:8: error: podman failed before command \"build\" had started",
        "something-new, invkfile.cue:1:8: error: podman failed before command \"build\" had started",
    })
    void hasAPlaceAReasonAndACureForEachCause(String cause, String firstLine) {
        assertThat(failure(cause)).startsWith(firstLine + "\n").contains("\n    = podman: it said so\n    = help: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image-not-found",
                "image-access",
                "image-network",
                "build-failed",
                "path-not-shared",
                "start-failed",
                "engine-failed",
            })
    void prefersTheCureThatTheEngineKnows(String cause) {
        answer = answer(
                70, Map.of("outcome", "not-started", "cause", cause, "error", "it said so", "cure", "free some space"));
        assertThat(failure()).endsWith("it said so\n    = help: free some space");
    }

    @Test
    void saysHowToGetAnEngineThatDoesNotAnswer() {
        answer = answer(
                69,
                Map.of("outcome", "not-started", "cause", "engine-unavailable", "cure", "start the daemon"),
                "/usr/bin/docker: service does not answer");
        assertThatThrownBy(this::spec)
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageEndingWith(
                        "= help: start the daemon, or use -Dinvowk.runtime=native; invowk:doctor explains each finding");
    }

    @Test
    void pointsAtTheVolumeThatTheEngineNames() {
        plans.container(
                new ImageSource.Image("x:1", Plans.place("\"x:1\"")),
                new Volume("./cache", "/c", "", Plans.place("image")));
        answer = answer(
                70,
                Map.of("outcome", "not-started", "cause", "start-failed", "error", "missing: " + directory + "/cache"));
        assertThat(failure()).startsWith("invkfile.cue:2:3: error: the container for command \"build\"");
    }

    @Test
    void pointsAtTheContainerfileThatCannotBeBuilt() throws IOException {
        Files.writeString(directory.resolve("Build"), "FROM x\n");
        plans.container(new ImageSource.Containerfile("Build", Plans.place("image")));
        assertThat(failure("build-failed"))
                .startsWith("invkfile.cue:2:3: error: the image of containerfile \"Build\" could not be built\n");
    }

    @Test
    void takesAWrongCallForAnErrorOfOurs() {
        answer = answer(64, Map.of("outcome", "not-started", "cause", "usage", "error", "unknown option"));
        assertThatThrownBy(this::spec).isInstanceOf(IllegalStateException.class).hasMessageContaining("unknown option");
    }

    @Test
    void saysThatTheEngineLeftNoReport() {
        answer = answer(137, Map.of());
        assertThat(failure())
                .startsWith("invkfile.cue:1:8: error: the engine ended before command \"build\": exit status 137\n");
    }

    @Test
    void saysWhyTheEngineCouldNotBeCalled() {
        assertThatThrownBy(() -> run(
                        (spec, stdio) -> {
                            throw new IOException("variable \"A\" holds a NUL character");
                        },
                        LINES))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("invkfile.cue:1:8: error: command \"build\" could not be started:"
                        + " variable \"A\" holds a NUL character\n");
        assertThatThrownBy(() -> run(
                        (spec, stdio) -> {
                            throw new InterruptedIOException("x");
                        },
                        LINES))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("invkfile.cue:1:8: error: command \"build\" was interrupted\n");
    }
}

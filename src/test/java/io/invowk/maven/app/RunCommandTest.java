// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import static io.invowk.maven.plan.InvkfileFixture.command;
import static io.invowk.maven.plan.InvkfileFixture.containerRuntime;
import static io.invowk.maven.plan.InvkfileFixture.implementation;
import static io.invowk.maven.plan.InvkfileFixture.nativeRuntime;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.check.DependencyChecker;
import io.invowk.maven.config.Settings;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.CommandCatalog;
import io.invowk.maven.discovery.CommandSource;
import io.invowk.maven.engine.EngineReport;
import io.invowk.maven.engine.HostPort;
import io.invowk.maven.engine.HostWay;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.invkfile.RuntimeKind;
import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.plan.InvkfileFixture;
import io.invowk.maven.process.Stdio;
import io.invowk.maven.runtime.HostAccess;
import io.invowk.maven.runtime.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final DependsOn NEEDS = new DependsOn(
            List.of(),
            List.of(
                    new DependsOn.Entry<>(List.of("build"), InvkfileFixture.place("build")),
                    new DependsOn.Entry<>(List.of("biuld"), InvkfileFixture.place("biuld"))),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    private static final CommandCatalog CATALOG = new InvkfileFixture()
            .with(command("build")
                    .vars(Map.of("SECRET", "hidden"))
                    .with(implementation(nativeRuntime(), containerRuntime()).script("#!/bin/sh -e\nmake")))
            .with(command("needy").dependsOn(NEEDS).with(implementation(nativeRuntime(), containerRuntime())))
            .catalog();
    private static final HostAccess ACCESS =
            new HostAccess(new HostPort(new HostWay("/bin/podman", "pasta", "127.0.0.1", "127.0.0.1"), 4567), "secret");
    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");

    private final RecordedMessages messages = new RecordedMessages();
    private final List<ExecutionPlan> plans = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private int exitStatus;
    private boolean dryRun;
    private CommandCatalog catalog = CATALOG;
    private Settings settings = Settings.NONE;
    private OutputCapture output = OutputCapture.NONE;
    private InheritSettings inherit = new InheritSettings(Optional.empty(), List.of(), List.of());

    @TempDir
    private Path directory;

    private Path reportFile;

    @BeforeEach
    void nameTheReport() {
        reportFile = directory.resolve("invowk/last-run.json");
    }

    private Optional<RunResult> run(String cmd, String... args) throws Exception {
        HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, Map.of(), directory, directory);
        Runtimes runtimes = (kind, access) -> (plan, stdio) -> {
            events.add("run " + access);
            if (stdio instanceof Stdio.OutputFile file) {
                write(file.file());
            }
            return outcome(kind, plan);
        };
        DependencyChecker checker = new DependencyChecker(
                host,
                directory,
                Duration.ofSeconds(60),
                (kind, limit) -> (plan, stdio) -> outcome(kind, plan),
                Optional::empty,
                line -> {});
        return new RunCommand(
                        host, runtimes, this::shell, checker, Stdio.Unchanged::new, () -> false, settings, messages)
                .run(
                        catalog,
                        new RunRequest(
                                directory,
                                Optional.of(new ProjectFacts(
                                        "org.example", "demo", "1.2", directory, directory.resolve("target"))),
                                cmd,
                                List.of(args),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("sub"),
                                List.of("local.env?"),
                                Map.of("A", "1"),
                                inherit,
                                dryRun,
                                true,
                                output,
                                Set.of(3, 124),
                                90,
                                60,
                                Optional.of(true),
                                new ContainerSettings(List.of(), "caller", "private", 10, 600)),
                        new ReportFile(reportFile, false));
    }

    private HostShell shell(ExecutionPlan plan) {
        events.add("open");
        return new HostShell() {
            @Override
            public Optional<HostAccess> access() {
                return Optional.of(ACCESS);
            }

            @Override
            public void close() {
                events.add("close");
            }
        };
    }

    @Test
    void opensTheShellBeforeTheChecksAndClosesItAfterTheRun() throws Exception {
        run("build -r container");
        assertThat(events).containsExactly("open", "run Optional[" + ACCESS + "]", "close");
        events.clear();
        assertThatThrownBy(() -> run("needy -r container")).isInstanceOf(UserException.class);
        assertThat(events).containsExactly("open", "close");
    }

    @Test
    void opensNoShellToTellThePlan() throws Exception {
        dryRun = true;
        run("build -r container");
        assertThat(events).isEmpty();
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, "1.2\nä\n\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome outcome(RuntimeKind kind, ExecutionPlan plan) {
        plans.add(plan);
        return new Outcome(kind, exitStatus, exitStatus == 124, STARTED, STARTED.plusSeconds(1), engine(kind));
    }

    private static Optional<EngineReport> engine(RuntimeKind kind) {
        if (kind != RuntimeKind.CONTAINER) {
            return Optional.empty();
        }
        Map<String, String> values = Map.of(
                "engine", "podman",
                "engine_version", "5.4.2",
                "mode", "podman-rootless",
                "sandbox", "none",
                "image", "debian:stable-slim",
                "image_action", "pulled",
                "tries", "2");
        return Optional.of(new EngineReport(values, List.of()));
    }

    @Test
    void plansAndReports() throws Exception {
        assertThat(run("build x", "--", "two words", "-r").orElseThrow().exitStatus())
                .isZero();
        ExecutionPlan plan = plans.get(0);
        assertThat(plan.words()).containsExactly("x", "two words", "-r");
        assertThat(plan.environment()).containsEntry("A", "1");
        assertThat(plan.workdir()).isEqualTo(Path.of("/project/sub"));
        assertThat(plan.forceRebuild()).isTrue();
        assertThat(reportFile).hasContent("""
                {
                  "command": "build",
                  "definedAt": "invkfile.cue:1:1",
                  "runtime": "native",
                  "outcome": "exited",
                  "exitStatus": 0,
                  "started": "2026-01-02T03:04:05Z",
                  "ended": "2026-01-02T03:04:06Z"
                }""");
    }

    @Test
    void reportsTheContainerEngine() throws Exception {
        run("build -r container");
        assertThat(Files.readString(reportFile)).contains("""
                  "ended": "2026-01-02T03:04:06Z",
                  "engine": "podman",
                  "engineVersion": "5.4.2",
                  "engineMode": "podman-rootless",
                  "sandbox": "none",
                  "image": "debian:stable-slim",
                  "imageAction": "pulled",
                  "tries": 2
                }""".stripIndent());
    }

    @Test
    void saysHowACommandFailed() throws Exception {
        exitStatus = 7;
        assertThat(run("build")).contains(new RunResult(7, """
                command "build" exited with status 7
                    = defined at invkfile.cue:1:1, runtime native
                    = help: -X shows the interpreter, the directory and the variable names that were used""", Optional.empty()));
        assertThat(reportFile).content().contains("\"exitStatus\": 7");
    }

    @Test
    void succeedsWithAStatusThatIsAllowed() throws Exception {
        exitStatus = 3;
        assertThat(run("build")).contains(new RunResult(3, "", Optional.empty()));
        assertThat(reportFile).content().contains("\"exitStatus\": 3");
    }

    @Test
    void handsOutWhatTheCommandWrote() throws Exception {
        output = new OutputCapture(Optional.empty(), Optional.of("p"));
        assertThat(run("build").orElseThrow().output()).hasValue("1.2\nä");
        output = new OutputCapture(Optional.of(directory.resolve("new/output.txt")), Optional.of("p"));
        assertThat(run("build").orElseThrow().output()).hasValue("1.2\nä");
        assertThat(directory.resolve("new/output.txt")).content().isEqualTo("1.2\nä\n\n");
        output = new OutputCapture(Optional.of(directory.resolve("output.txt")), Optional.empty());
        assertThat(run("build").orElseThrow().output()).isEmpty();
        assertThat(directory.resolve("output.txt")).exists();
    }

    @Test
    void saysThatACommandTimedOut() throws Exception {
        exitStatus = 124;
        assertThat(run("build")).contains(new RunResult(124, """
                command "build" timed out after 90 seconds
                    = defined at invkfile.cue:1:1, runtime native
                    = help: -Dinvowk.timeout sets the limit in seconds, 0 is none""", Optional.empty()));
        assertThat(reportFile).content().contains("\"outcome\": \"timed-out\"", "\"exitStatus\": 124");
    }

    @Test
    void tellsTheScriptOfTheProject() throws Exception {
        run("build");
        assertThat(plans.get(0).environment())
                .containsEntry("MAVEN_PROJECT_GROUP_ID", "org.example")
                .containsEntry("MAVEN_PROJECT_ARTIFACT_ID", "demo")
                .containsEntry("MAVEN_PROJECT_VERSION", "1.2")
                .containsEntry("MAVEN_PROJECT_BASEDIR", directory.toString())
                .containsEntry(
                        "MAVEN_PROJECT_BUILD_DIRECTORY",
                        directory.resolve("target").toString());
        assertThat(plans.get(0).hostPaths())
                .containsExactlyInAnyOrder("MAVEN_PROJECT_BASEDIR", "MAVEN_PROJECT_BUILD_DIRECTORY");
    }

    @Test
    void readsTheDotenvFilesOfItsParameters() throws Exception {
        Files.writeString(directory.resolve("local.env"), "A=file\nLOCAL=yes\n");
        run("build");
        assertThat(plans.get(0).environment()).containsEntry("LOCAL", "yes").containsEntry("A", "1");
    }

    @Test
    void refusesParametersThatSayNothingOfInheritedVariables() {
        inherit = new InheritSettings(Optional.of("non"), List.of("A B"), List.of());
        assertThatThrownBy(() -> run("build")).hasMessage("""
                invowk.envInheritMode:1:1: error: unknown mode "non" of inherited variables
                  1 | non
                    | ^^^
                    = expected "none", "allow" or "all"
                    = help: did you mean "none"?
                invowk.envInheritAllow:1:1: error: "A B" is no name of an environment variable
                  1 | A B
                    | ^^^""");
    }

    @Test
    void startsNothingWhenADependencyIsMissing() {
        assertThatThrownBy(() -> run("needy")).isInstanceOf(UserException.class).hasMessage("""
                invkfile.cue:1:1: error: command "needy" needs the command "biuld"
                  1 | biuld
                    | ^^^^^
                    = biuld: no such command
                    = help: did you mean "build"?""");
        assertThat(plans).isEmpty();
        assertThat(reportFile).doesNotExist();
    }

    @Test
    void theSettingsSayWhatCountsWhereTheCallSaysNothing() throws Exception {
        settings = new Settings(
                Map.of(Settings.DEFAULT_RUNTIME, "container"),
                Map.of(Settings.VERBOSE, true),
                Map.of(),
                Map.of(),
                Map.of());
        run("build");
        assertThat(plans.get(0).runtime().kind()).isEqualTo(RuntimeKind.CONTAINER);
        assertThat(messages.lines).contains("i runtime: container");
        run("build -r native");
        assertThat(plans.get(1).runtime().kind()).isEqualTo(RuntimeKind.NATIVE);
        settings = new Settings(Map.of(Settings.DEFAULT_RUNTIME, "virtual"), Map.of(), Map.of(), Map.of(), Map.of());
        run("build");
        assertThat(plans.get(2).runtime().kind()).isEqualTo(RuntimeKind.NATIVE);
    }

    /** The row cmds of the table in execution.md §8. */
    @Test
    void namesOfDependenciesAreFullOnesOrOfTheOwnModule() throws Exception {
        DependsOn needs = new DependsOn(
                List.of(),
                List.of(
                        new DependsOn.Entry<>(List.of("own"), InvkfileFixture.place("own")),
                        new DependsOn.Entry<>(List.of("m  own"), InvkfileFixture.place("m  own")),
                        new DependsOn.Entry<>(List.of("build"), InvkfileFixture.place("build")),
                        new DependsOn.Entry<>(List.of("other theirs"), InvkfileFixture.place("other theirs"))),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        DependsOn wrong = new DependsOn(
                List.of(),
                List.of(new DependsOn.Entry<>(List.of("theirs"), InvkfileFixture.place("theirs"))),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        catalog = CommandCatalog.of(List.of(
                CommandSource.project(
                        new InvkfileFixture().with(command("build")).build()),
                CommandSource.module(
                        "m",
                        new InvkfileFixture()
                                .with(
                                        command("own").dependsOn(needs),
                                        command("wrong").dependsOn(wrong))
                                .build()),
                CommandSource.module(
                        "other", new InvkfileFixture().with(command("theirs")).build())));
        assertThat(run("own")).isPresent();
        assertThatThrownBy(() -> run("wrong")).hasMessageContaining("= theirs: no such command");
    }

    @Test
    void tellsThePlanInsteadOfCarryingItOut() throws Exception {
        dryRun = true;
        assertThat(run("needy -r container")).isEmpty();
        assertThat(messages.lines)
                .containsExactly(
                        "o command: needy, defined at invkfile.cue:1:1",
                        "o runtime: container",
                        "o image: debian:stable-slim",
                        "o script: invkfile.cue:1:1",
                        "o words: 0",
                        "o directory: /project/sub",
                        "o variables: A ARGC MAVEN_PROJECT_ARTIFACT_ID MAVEN_PROJECT_BASEDIR"
                                + " MAVEN_PROJECT_BUILD_DIRECTORY MAVEN_PROJECT_GROUP_ID MAVEN_PROJECT_VERSION",
                        "o needs command: build",
                        "o needs command: biuld");
        assertThat(plans).isEmpty();
        assertThat(reportFile).doesNotExist();
    }

    @Test
    void tellsThePlanWithoutValuesOfVariables() throws Exception {
        run("build -v a");
        assertThat(messages.lines)
                .containsExactly(
                        "i command: build, defined at invkfile.cue:1:1",
                        "i runtime: native",
                        "i script: invkfile.cue:1:1",
                        "i interpreter: /bin/sh -e",
                        "i words: 1",
                        "i directory: /project/sub",
                        "i variables: A ARG1 ARGC MAVEN_PROJECT_ARTIFACT_ID MAVEN_PROJECT_BASEDIR"
                                + " MAVEN_PROJECT_BUILD_DIRECTORY MAVEN_PROJECT_GROUP_ID MAVEN_PROJECT_VERSION SECRET");
        messages.lines.clear();
        run("build");
        assertThat(messages.lines).hasSize(7).allMatch(line -> line.startsWith("d "));
    }

    @Test
    void listsAndHelpsInstead() throws Exception {
        assertThat(run("--list")).isEmpty();
        assertThat(run("build --help")).isEmpty();
        assertThat(messages.lines).contains("o From invkfile:", "o usage: build [<word>...]");
        assertThat(plans).isEmpty();
    }
}

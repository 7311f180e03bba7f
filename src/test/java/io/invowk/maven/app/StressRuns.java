// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.check.DependencyChecker;
import io.invowk.maven.config.Settings;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.Discovery;
import io.invowk.maven.discovery.Places;
import io.invowk.maven.engine.EngineCall;
import io.invowk.maven.engine.EngineReport;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.process.Stdio;
import io.invowk.maven.runtime.ContainerRuntime;
import io.invowk.maven.runtime.EngineUnavailableException;
import io.invowk.maven.runtime.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The part of a stress run that calls the use case itself: engine, session and number of threads in, the directories of
 * the runs on standard input, one a line. What the directories hold is described in {@code src/it/stress/scenarios.sh}.
 */
public final class StressRuns {
    private final HostEnvironment host = HostEnvironment.read();
    private final ContainerSettings settings;
    private final String session;

    private StressRuns(String engine, String session) {
        this.settings = new ContainerSettings(List.of(engine), "caller", "private", 10, 600);
        this.session = session;
    }

    /** Does all runs, and ends whatever comes of them. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        StressRuns runs = new StressRuns(arguments[0], arguments[1]);
        ExecutorService threads = Executors.newFixedThreadPool(Integer.parseInt(arguments[2]));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Path directory = Path.of(line);
            threads.submit(() -> {
                runs.run(directory);
                return directory;
            });
        }
        threads.shutdown();
        threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    /** A run that throws leaves no status, which fails it, and what it throws as its standard error. */
    private void run(Path directory) throws IOException {
        try {
            call(directory);
        } catch (IOException | EngineUnavailableException | UserException e) {
            Files.writeString(directory.resolve("stderr"), e.getMessage());
        } catch (RuntimeException e) {
            Files.writeString(directory.resolve("stderr"), e.toString());
        }
    }

    private void call(Path directory) throws IOException, EngineUnavailableException {
        Path project = Path.of(line(directory, "project"));
        StringBuffer out = new StringBuffer();
        StringBuffer err = new StringBuffer();
        StringBuffer report = new StringBuffer();
        ContainerRuntime containers = new ContainerRuntime(
                new EngineCall(host, settings.options(session, Duration.ZERO)), () -> false, Optional.empty());
        Runtimes runtimes = (kind, access) -> (plan, stdio) -> {
            Outcome outcome = containers.run(plan, stdio);
            report.append(text(outcome.engine()));
            return outcome;
        };
        Stdio stdio = new Stdio.Lines(
                text -> out.append(text).append('\n'), text -> err.append(text).append('\n'));
        DependencyChecker checker = new DependencyChecker(
                host, project, Duration.ZERO, (kind, limit) -> containers, Optional::empty, line -> {});
        Optional<RunResult> result = new RunCommand(
                        host,
                        runtimes,
                        plan -> HostShell.NONE,
                        checker,
                        () -> stdio,
                        () -> false,
                        Settings.NONE,
                        new RecordedMessages())
                .run(
                        Discovery.find(Places.only(project, host.home()), host.cwd())
                                .catalog(),
                        request(directory),
                        new ReportFile(directory.resolve("last-run.json"), false));
        Files.writeString(directory.resolve("stdout"), out);
        Files.writeString(directory.resolve("stderr"), err);
        Files.writeString(directory.resolve("report"), report);
        Files.writeString(directory.resolve("status"), result.orElseThrow().exitStatus() + "\n");
    }

    private RunRequest request(Path directory) throws IOException {
        return new RunRequest(
                directory,
                Optional.empty(),
                line(directory, "cmd"),
                Files.readAllLines(directory.resolve("args")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of("RUN", line(directory, "id")),
                new InheritSettings(Optional.empty(), List.of(), List.of()),
                false,
                false,
                OutputCapture.NONE,
                Set.of(),
                0,
                60,
                Optional.of(true),
                settings);
    }

    private static String line(Path directory, String file) throws IOException {
        return Files.readString(directory.resolve(file)).strip();
    }

    private static String text(Optional<EngineReport> report) {
        return report.orElseThrow().values().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.invkfile.DependsOn.Capability;
import io.invowk.maven.process.CommandLine;
import io.invowk.maven.process.ExitStatus;
import io.invowk.maven.process.ProcessRunner;
import io.invowk.maven.process.Stdio;
import io.invowk.maven.process.StopPolicy;
import io.invowk.maven.runtime.ProgramSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What this machine can do. Each capability is looked at once, however often it is asked for. */
final class Capabilities {
    /** Addresses of public name servers; one of them is enough. */
    private static final List<String> INTERNET = List.of("8.8.8.8", "1.1.1.1", "208.67.222.222");

    private static final String INTERNET_NAME = "dns.google";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final HostEnvironment host;
    private final Network network;
    private final boolean terminal;
    private final Map<Capability, Optional<String>> known = new EnumMap<>(Capability.class);

    /** @param terminal whether the command has a terminal */
    Capabilities(HostEnvironment host, Network network, boolean terminal) {
        this.host = host;
        this.network = network;
        this.terminal = terminal;
    }

    /** What a user can do to get a capability. */
    static String cure(Capability capability) {
        return switch (capability) {
            case LOCAL_AREA_NETWORK, INTERNET -> "connect this machine, and look at its network and resolver";
            case CONTAINERS -> "install podman or docker, or start its service";
            case TTY -> "call the goal alone from a terminal, without -B and -T, and not in a phase";
        };
    }

    /** Why this machine does not have a capability; empty if it has. */
    Optional<String> problem(Capability capability) {
        return known.computeIfAbsent(capability, this::find);
    }

    private Optional<String> find(Capability capability) {
        return switch (capability) {
            case LOCAL_AREA_NETWORK -> localArea();
            case INTERNET -> {
                Optional<String> local = localArea();
                yield local.isPresent() ? local : internet();
            }
            case CONTAINERS -> containers();
            case TTY -> terminal ? Optional.empty() : Optional.of("the command has no terminal");
        };
    }

    private Optional<String> localArea() {
        return network.hasLocalArea()
                ? Optional.empty()
                : Optional.of("no network interface that is up has an address other than loopback and link-local");
    }

    /** In a thread of its own: the resolver takes the time that it takes. */
    private Optional<String> internet() {
        FutureTask<Optional<String>> task = new FutureTask<>(this::findInternet);
        Thread thread = new Thread(task, "invowk-internet");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Optional.of("no answer after " + LIMIT.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        } catch (ExecutionException | CancellationException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> findInternet() {
        if (INTERNET.stream().noneMatch(network::hasRouteTo)) {
            return Optional.of("no route to any of " + String.join(", ", INTERNET));
        }
        return network.resolves(INTERNET_NAME)
                ? Optional.empty()
                : Optional.of("the name " + INTERNET_NAME + " cannot be resolved");
    }

    private Optional<String> containers() {
        List<String> reasons = new ArrayList<>();
        for (String engine : List.of("podman", "docker")) {
            Optional<Path> program = new ProgramSearch(host).find(engine, host.cwd());
            Optional<String> reason = program.isEmpty() ? Optional.of("not on PATH") : engineProblem(program.get());
            if (reason.isEmpty()) {
                return Optional.empty();
            }
            reasons.add(engine + ": " + reason.get());
        }
        return Optional.of(String.join("; ", reasons));
    }

    private Optional<String> engineProblem(Path program) {
        CommandLine version = new CommandLine(program.toString(), List.of("version"), host.env(), host.cwd());
        try {
            Optional<ExitStatus> status = new ProcessRunner(StopPolicy.WHOLE_TREE)
                    .run(version, new Stdio.Lines(line -> {}, line -> {}), LIMIT);
            if (status.isEmpty()) {
                return Optional.of("no answer after " + LIMIT.toSeconds() + " s");
            }
            return status.get().isSuccess()
                    ? Optional.empty()
                    : Optional.of("its service does not answer (exit status "
                            + status.get().value() + " of \"version\")");
        } catch (IOException e) {
            return Optional.of("it could not be started: " + e.getMessage());
        }
    }
}

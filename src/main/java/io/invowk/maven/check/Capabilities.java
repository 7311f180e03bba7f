// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import io.invowk.maven.invkfile.DependsOn.Capability;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
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

    private final Engines engines;
    private final Network network;
    private final boolean terminal;
    private final Map<Capability, Optional<String>> known = new EnumMap<>(Capability.class);

    /** @param terminal whether the command has a terminal */
    Capabilities(Engines engines, Network network, boolean terminal) {
        this.engines = engines;
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

    /** The answer is that which a command in a container gets. */
    private Optional<String> containers() {
        try {
            return engines.problem();
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        } catch (IOException e) {
            return Optional.of("container engines could not be asked: " + e.getMessage());
        }
    }
}

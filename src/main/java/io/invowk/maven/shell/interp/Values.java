// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.state.Attribute;
import io.invowk.maven.shell.state.DynamicValues;
import io.invowk.maven.shell.state.Variable;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Variables that the shell itself computes. */
final class Values implements DynamicValues {
    private static final int RANDOM_BOUND = 32768;
    private static final long NANOS = 1_000_000_000L;

    private final Environment environment;
    private final Random random = new Random();
    private long start;

    Values(Environment environment, long start) {
        this.environment = environment;
        this.start = start;
    }

    /** The time from which SECONDS counts, in the clock of {@link System#nanoTime}. */
    long start() {
        return start;
    }

    @Override
    public @Nullable String value(String name) {
        return switch (name) {
            case "RANDOM" -> Integer.toString(random.nextInt(RANDOM_BOUND));
            case "SECONDS" -> Long.toString((System.nanoTime() - start) / NANOS);
            case "LINENO" -> Integer.toString(environment.line);
            case "PPID" -> Long.toString(environment.session.parentId());
            case "UID", "EUID" ->
                environment.session.files().userId().map(String::valueOf).orElse(null);
            case "EPOCHSECONDS" -> Long.toString(System.currentTimeMillis() / 1000);
            case "EPOCHREALTIME" -> {
                Instant now = Instant.now();
                yield String.format(
                        Locale.ROOT, "%d.%06d", now.getEpochSecond(), TimeUnit.NANOSECONDS.toMicros(now.getNano()));
            }
            case "BASHPID" -> Long.toString(environment.session.processId());
            case "OSTYPE" -> systemType();
            case "PIPESTATUS", "FUNCNAME", "BASH_SOURCE" -> {
                Variable array = array(name);
                yield array == null ? null : array.value();
            }
            default -> null;
        };
    }

    @Override
    public @Nullable Variable array(String name) {
        Variable array = new Variable();
        if (name.equals("PIPESTATUS")) {
            array.set(Attribute.INDEXED, true);
            for (int i = 0; i < environment.pipeStatus.length; i++) {
                array.setElement(i, Integer.toString(environment.pipeStatus[i]));
            }
            return array;
        }
        if (name.equals("FUNCNAME") && !environment.calls.isEmpty()) {
            return stack(array, environment.calls, "main");
        }
        if (name.equals("BASH_SOURCE")) {
            return stack(array, environment.sources, environment.name);
        }
        return null;
    }

    private static Variable stack(Variable array, Iterable<String> innermostFirst, String outermost) {
        array.set(Attribute.INDEXED, true);
        int i = 0;
        for (String each : innermostFirst) {
            array.setElement(i++, each);
        }
        array.setElement(i, outermost);
        return array;
    }

    /** As shells on such systems name it. */
    private static String systemType() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.startsWith("windows") ? "msys" : system.startsWith("mac") ? "darwin" : system + "-gnu";
    }

    @Override
    public boolean assign(String name, String value) {
        switch (name) {
            case "RANDOM" -> random.setSeed(value.hashCode());
            case "SECONDS" -> start = System.nanoTime() - seconds(value) * NANOS;
            case "LINENO" -> environment.line = (int) seconds(value);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static long seconds(String value) {
        try {
            return Long.parseLong(value.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}

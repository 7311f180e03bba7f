// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The report file of one engine call; its keys are described in the {@code README.md} of the scripts.
 *
 * @param values by key
 * @param rejected one reason for each container engine that was passed over
 */
public record EngineReport(Map<String, String> values, List<String> rejected) {
    private static final String REJECTED = "rejected";

    public EngineReport {
        values = Map.copyOf(values);
        rejected = List.copyOf(rejected);
    }

    /** Reads a report; it is empty if the engine ended before it could write one. */
    static EngineReport read(Path file) throws IOException {
        try {
            return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return new EngineReport(Map.of(), List.of());
        }
    }

    /** Reads {@code key=value} lines; of a key that repeats, other than {@code rejected}, the last one counts. */
    static EngineReport parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> rejected = new ArrayList<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                String key = line.substring(0, equals);
                String value = line.substring(equals + 1);
                if (key.equals(REJECTED)) {
                    rejected.add(value);
                } else {
                    values.put(key, value);
                }
            }
        });
        return new EngineReport(values, rejected);
    }

    /** How the run ended: {@code exited}, {@code not-started}, {@code timed-out}, {@code interrupted}. */
    public Optional<String> outcome() {
        return value("outcome");
    }

    /** Why the command did not start, one word. */
    public Optional<String> cause() {
        return value("cause");
    }

    /** What the container engine said last, one line. */
    public Optional<String> error() {
        return value("error");
    }

    /** What can be done about the error, one sentence. */
    public Optional<String> cure() {
        return value("cure");
    }

    /** The image that was run, built or found, by name. */
    public Optional<String> image() {
        return value("image");
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.cue.value.Origin;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.DiagnosticRenderer;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Any value at all gives the records or problems: files that are nearly right, with something else here and there. */
class DecoderPropertyTest {
    private static final int ROUNDS = 1000;
    private static final SourceText SOURCE = new SourceText("invkfile.cue", "0123456789\n".repeat(20));
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "build all",
            "x\ny",
            "\0",
            "é😀",
            "native",
            "virtual",
            "container",
            "linux",
            "macos",
            "int",
            "float",
            "bool",
            "1",
            "1.5",
            "true",
            "./a:/b:ro",
            "a:/b",
            "c:/x:/y",
            ":",
            "8080:80/tcp",
            "(a+)+",
            "[",
            "^a",
            "../x",
            "/x",
            "?",
            "a?",
            "all",
            "allow",
            "tty",
            "debian:12",
            "nul",
            "A_B",
            "e",
            "workdir");

    private final Random random = new Random(20_240_229);

    @Test
    void anyValueGivesRecordsOrProblems() {
        int right = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Decoded decoded = InvkfileDecoder.decode(maybe(this::invkfile), Path.of("/p/invkfile.cue"));
            assertThat(decoded.problems().isEmpty())
                    .isEqualTo(decoded.invkfile().isPresent());
            assertThat(DiagnosticRenderer.render(decoded.diagnostics())).doesNotContain("io.invowk");
            right += decoded.problems().isEmpty() ? 1 : 0;
        }
        assertThat(right).as("files without a problem among the generated").isBetween(1, ROUNDS - 1);
    }

    private Value invkfile() {
        return struct(Map.of(
                "cmds", () -> list(this::command),
                "workdir", this::text,
                "env", this::env,
                "depends_on", this::dependsOn));
    }

    private Value command() {
        return struct(Map.of(
                "name", () -> string("c" + random.nextInt(1000)),
                "implementations", () -> list(this::implementation),
                "description", () -> string("d"),
                "env", this::env,
                "depends_on", this::dependsOn,
                "flags", () -> list(this::parameter),
                "args", () -> list(this::parameter)));
    }

    private Value implementation() {
        return struct(Map.of(
                "script", () -> string("make"),
                "runtimes", () -> list(this::runtime),
                "platforms", () -> list(() -> struct(Map.of("name", this::text)))));
    }

    private Value runtime() {
        return struct(Map.of(
                "name",
                () -> string(List.of("native", "container").get(random.nextInt(2))),
                "image",
                this::text,
                "containerfile",
                this::text,
                "interpreter",
                this::text,
                "volumes",
                () -> list(this::text),
                "ports",
                () -> list(this::text),
                "env_inherit_mode",
                this::text,
                "env_inherit_allow",
                () -> list(this::text)));
    }

    private Value parameter() {
        return struct(Map.of(
                "name", () -> string("p" + random.nextInt(1000)),
                "description", () -> string("d"),
                "type", this::text,
                "default_value", this::text,
                "required", this::bool,
                "validation", this::text,
                "short", this::text,
                "variadic", this::bool));
    }

    private Value env() {
        return struct(Map.of(
                "files", () -> list(this::text), "vars", () -> struct(Map.of("A", this::text, "1", this::text))));
    }

    private Value dependsOn() {
        Supplier<Value> names = () -> struct(Map.of("alternatives", () -> list(this::text)));
        Supplier<Value> checks = () -> struct(Map.of(
                "name",
                this::text,
                "check_script",
                this::text,
                "expected_code",
                this::number,
                "alternatives",
                () -> list(this::any)));
        return struct(Map.of(
                "tools", () -> list(names),
                "filepaths", () -> list(names),
                "capabilities", () -> list(names),
                "custom_checks", () -> list(checks)));
    }

    /** Mostly the value asked for, else any. */
    private Value maybe(Supplier<Value> value) {
        return random.nextInt(60) == 0 ? any() : value.get();
    }

    private Value any() {
        return switch (random.nextInt(7)) {
            case 0 -> new Value.Null(origin());
            case 1 -> bool();
            case 2 -> number();
            case 3 -> new Value.Bytes(List.of((byte) 1), origin());
            case 4 -> list(this::text);
            case 5 -> struct(Map.of("x", this::text));
            default -> text();
        };
    }

    private Value text() {
        return string(TEXTS.get(random.nextInt(TEXTS.size())));
    }

    private Value string(String text) {
        return new Value.Str(text, origin());
    }

    private Value bool() {
        return new Value.Bool(random.nextBoolean(), origin());
    }

    private Value number() {
        BigDecimal[] numbers = {BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.valueOf(-1), new BigDecimal("1e999999")};
        return new Value.Num(numbers[random.nextInt(numbers.length)], random.nextInt(5) > 0, origin());
    }

    private Value list(Supplier<Value> element) {
        List<Value> elements = new ArrayList<>();
        for (int i = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(2); i > 0; i--) {
            elements.add(maybe(element));
        }
        return new Value.ListValue(elements, origin());
    }

    /** Fields by name, the same in every run; those that must be there mostly are; of the others each is in one of four. */
    private Value struct(Map<String, Supplier<Value>> fields) {
        Map<String, Value.Field> all = new LinkedHashMap<>();
        new TreeMap<>(fields).forEach((name, value) -> {
            boolean usual = List.of("cmds", "name", "implementations", "script", "runtimes", "description")
                    .contains(name);
            if (random.nextInt(usual ? 50 : 4) == 0 == !usual) {
                all.put(name, new Value.Field(origin().place(), maybe(value)));
            }
        });
        return new Value.Struct(all, origin());
    }

    private Origin origin() {
        int start = random.nextInt(SOURCE.text().length());
        Place place = new Place(SOURCE, new Span(start, start + random.nextInt(3)));
        return new Origin(place, random.nextInt(5) == 0 ? List.of(place) : List.of());
    }
}

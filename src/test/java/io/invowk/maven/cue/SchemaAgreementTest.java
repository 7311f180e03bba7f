// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.golden.GoldenFiles;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A schema says of a value what the evaluator says of a file in which both are unified. */
class SchemaAgreementTest {
    private static final int CHANGES = 1_500;
    private static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private static final List<Object> ODD =
            List.of("", "x", "native", new BigDecimal(3), new BigDecimal(-1), true, NULL, List.of(), new TreeMap<>());

    private static String text = "";

    @BeforeAll
    static void readSchema() throws IOException {
        try (InputStream in = Objects.requireNonNull(Cue.class.getResourceAsStream("/invkfile_schema.cue"))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Optional<Object> evaluated(Object data) {
        return Cue.evaluate(new SourceText("joined.cue", text + "\n#Invkfile & " + json(data) + "\n"))
                .value()
                .map(SchemaAgreementTest::plain);
    }

    private static Optional<Object> judged(Schema schema, Object data) {
        Value value =
                Cue.evaluate(new SourceText("data.cue", json(data))).value().orElseThrow();
        return schema.judge(value).value().map(SchemaAgreementTest::plain);
    }

    /** Structs in the order of their names, so that order does not count. */
    private static Object plain(Value value) {
        if (value instanceof Value.Struct struct) {
            Map<String, Object> fields = new TreeMap<>();
            struct.fields().forEach((name, field) -> fields.put(name, plain(field.value())));
            return fields;
        }
        if (value instanceof Value.ListValue list) {
            return list.elements().stream().map(SchemaAgreementTest::plain).toList();
        }
        if (value instanceof Value.Str string) {
            return string.value();
        }
        if (value instanceof Value.Bool bool) {
            return bool.value();
        }
        return value instanceof Value.Num number ? number.value() : NULL;
    }

    private static String json(Object data) {
        if (data instanceof Map<?, ?> fields) {
            List<String> texts = new ArrayList<>();
            fields.forEach((name, value) -> texts.add(json(name) + ": " + json(value)));
            return "{" + String.join(", ", texts) + "}";
        }
        if (data instanceof List<?> elements) {
            return elements.stream().map(SchemaAgreementTest::json).toList().toString();
        }
        return data instanceof String string ? quoted(string) : data.toString();
    }

    private static String quoted(String string) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : string.toCharArray()) {
            boolean plain = c >= ' ' && c < 0x7f && c != '"' && c != '\\';
            quoted.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return quoted.append('"').toString();
    }

    private static void collect(Object data, List<Object> parts) {
        parts.add(data);
        if (data instanceof Map<?, ?> fields) {
            fields.values().forEach(value -> collect(value, parts));
        } else if (data instanceof List<?> elements) {
            elements.forEach(element -> collect(element, parts));
        }
    }

    /** The data with one part taken away, renamed, repeated or put in place of another. */
    private static Object changed(Object data, Random random, List<Object> parts) {
        boolean here = random.nextInt(4) == 0;
        if (data instanceof Map<?, ?> fields && !fields.isEmpty()) {
            Map<String, Object> copy = new TreeMap<>();
            fields.forEach((name, value) -> copy.put((String) name, value));
            String name = List.copyOf(copy.keySet()).get(random.nextInt(copy.size()));
            if (!here) {
                copy.compute(name, (key, value) -> changed(Objects.requireNonNull(value), random, parts));
                return copy;
            }
            Object value = copy.remove(name);
            if (random.nextBoolean()) {
                copy.put(name + "s", Objects.requireNonNull(value));
            }
            return copy;
        }
        if (data instanceof List<?> elements && !elements.isEmpty()) {
            List<Object> copy = new ArrayList<>(elements);
            int index = random.nextInt(copy.size());
            if (!here) {
                copy.set(index, changed(copy.get(index), random, parts));
            } else if (random.nextBoolean()) {
                copy.remove(index);
            } else {
                copy.add(copy.get(index));
            }
            return copy;
        }
        return random.nextBoolean() ? ODD.get(random.nextInt(ODD.size())) : parts.get(random.nextInt(parts.size()));
    }

    @Test
    void changedInvkfilesAreJudgedLikeFilesThatHoldTheSchema() {
        Schema schema = Schema.of(new SourceText("invkfile_schema.cue", text), "#Invkfile");
        List<Object> files = GoldenFiles.below("invkfile", ".cue", ".golden", ".err")
                .inputs()
                .flatMap(input -> Cue.evaluate(new SourceText("in.cue", input.text())).value().stream())
                .map(SchemaAgreementTest::plain)
                .toList();
        List<Object> parts = new ArrayList<>();
        files.forEach(file -> collect(file, parts));
        Random random = new Random(7);
        int right = 0;
        for (int i = 0; i < CHANGES; i++) {
            Object data = files.get(random.nextInt(files.size()));
            for (int change = random.nextInt(3); change > 0; change--) {
                data = changed(data, random, parts);
            }
            if (data instanceof Map<?, ?>) {
                Optional<Object> expected = evaluated(data);
                assertThat(judged(schema, data)).as(json(data)).isEqualTo(expected);
                right += expected.isPresent() ? 1 : 0;
            }
        }
        assertThat(right).isBetween(CHANGES / 10, CHANGES * 9 / 10);
    }

    @Test
    void partsOfALongListAreJudgedByThemselves() {
        String rules = """
                #File: {items: [...#Item]}
                #Item: {
                    size: int
                    near?: int
                    if near != _|_ {known: "near"}
                    kind: *"plain" | "odd"
                }
                """;
        StringBuilder items = new StringBuilder("items: [");
        for (int i = 0; i < 200; i++) {
            items.append("{size: ")
                    .append(i)
                    .append(i % 3 == 0 ? ", near: 1" : "")
                    .append("}, ");
        }
        String data = items.append("]\n").toString();
        Optional<Object> expected = Cue.evaluate(new SourceText("joined.cue", rules + "#File\n" + data))
                .value()
                .map(SchemaAgreementTest::plain);
        Value value = Cue.evaluate(new SourceText("data.cue", data)).value().orElseThrow();
        Judgement judgement =
                Schema.of(new SourceText("schema.cue", rules), "#File").judge(value);
        assertThat(expected).isPresent();
        assertThat(judgement.value().map(SchemaAgreementTest::plain)).isEqualTo(expected);
    }

    /** More alternatives are tried for all elements than one evaluation may. */
    @Test
    void theLimitsAreThoseOfEachPart() {
        String rules = """
                #File: {items: [...#Item]}
                #Item: {
                    size: int
                    kind: *"plain" | "odd"
                }
                """;
        String data = "items: [" + "{size: 1}, ".repeat(60_000) + "]\n";
        Value value = Cue.evaluate(new SourceText("data.cue", data)).value().orElseThrow();
        Schema schema = Schema.of(new SourceText("schema.cue", rules), "#File");
        assertThat(schema.judge(value).value()).isPresent();
    }
}

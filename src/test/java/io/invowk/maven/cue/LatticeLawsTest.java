// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Unification does not depend on order, grouping or repetition (CUE spec, "Unification"). */
class LatticeLawsTest {
    private static final long SEED = 20_261_123L;
    private static final int ROUNDS = 400;

    private final Random random = new Random(SEED);

    @Test
    void unificationIsCommutative() {
        for (int i = 0; i < ROUNDS; i++) {
            String a = value(3);
            String b = value(3);
            assertSame("(" + a + ") & (" + b + ")", "(" + b + ") & (" + a + ")");
        }
    }

    @Test
    void unificationIsAssociative() {
        for (int i = 0; i < ROUNDS; i++) {
            String a = value(2);
            String b = value(2);
            String c = value(2);
            assertSame("((" + a + ") & (" + b + ")) & (" + c + ")", "(" + a + ") & ((" + b + ") & (" + c + "))");
        }
    }

    @Test
    void unificationIsIdempotent() {
        for (int i = 0; i < ROUNDS; i++) {
            String a = value(3);
            assertSame(a, "(" + a + ") & (" + a + ")");
        }
    }

    @Test
    void topIsNeutral() {
        for (int i = 0; i < ROUNDS; i++) {
            String a = value(3);
            assertSame(a, "(" + a + ") & _");
        }
    }

    @Test
    void declarationsOfOneFieldAreUnified() {
        for (int i = 0; i < ROUNDS; i++) {
            String a = value(3);
            String b = value(3);
            assertThat(meaning("x: " + a + "\nx: " + b))
                    .as("x: %s, x: %s", a, b)
                    .isEqualTo(meaning("x: (" + a + ") & (" + b + ")"));
        }
    }

    private static void assertSame(String left, String right) {
        assertThat(meaning("x: " + left)).as("%s and %s", left, right).isEqualTo(meaning("x: " + right));
    }

    /** The concrete value without places and order; else whether more data could help. */
    private static Object meaning(String text) {
        SourceText source = new SourceText("x.cue", text);
        Evaluation evaluation = Cue.evaluate(source);
        return evaluation
                .value()
                .map(LatticeLawsTest::plain)
                .orElseGet(() -> Cue.check(source).errors().isEmpty());
    }

    private static Object plain(Value value) {
        if (value instanceof Value.Struct struct) {
            return struct.fields().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, field -> plain(field.getValue().value())));
        }
        if (value instanceof Value.ListValue list) {
            return list.elements().stream().map(LatticeLawsTest::plain).toList();
        }
        return JsonText.of(value);
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 6)) {
            case 0 -> String.valueOf(random.nextInt(4));
            case 1 -> one("\"a\"", "\"b\"", "\"abc\"");
            case 2 -> one("true", "null", "1.5");
            case 3 -> one("int", "string", "number", "bool");
            case 4 -> one(">=1", "<3", "!=2", "=~\"^a\"", ">1 & <=3", "!=\"b\"");
            case 5 -> "_";
            case 6 -> "[" + join(depth) + "]";
            case 7 -> "[" + value(depth - 1) + ", ..." + one("", "int", "_") + "]";
            case 8 -> one("1 | 2", "*1 | int", "*\"a\" | string", "\"a\" | \"b\" | 3", "*2 | 1 | 3");
            case 9 -> "close(" + struct(depth) + ")";
            default -> struct(depth);
        };
    }

    private String join(int depth) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> value(depth - 1))
                .collect(Collectors.joining(", "));
    }

    private String struct(int depth) {
        List<String> labels = List.of("a", "b", "c");
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> random.nextInt(6) == 0
                        ? "[=~\"^[ab]$\"]: " + value(0)
                        : labels.get(random.nextInt(labels.size())) + one("", "", "", "?") + ": " + value(depth - 1))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}

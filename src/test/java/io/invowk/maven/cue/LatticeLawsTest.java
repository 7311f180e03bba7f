// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.Compiler;
import io.invowk.maven.cue.eval.Interpreter;
import io.invowk.maven.cue.syntax.Parser;
import io.invowk.maven.cue.value.CueError;
import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Unification does not depend on order, grouping or repetition (CUE spec, "Unification"). Every case has a number; the
 * same number gives the same case. One that fails is made as small as it still fails.
 */
class LatticeLawsTest {
    private static final long SEED = 20_261_123L;
    private static final int CASES = 30_000;

    /** What no further data could mend. */
    private static final Set<ErrorKind> FINAL = EnumSet.of(
            ErrorKind.USER,
            ErrorKind.CLOSED,
            ErrorKind.CONFLICT,
            ErrorKind.ARITH,
            ErrorKind.TYPE,
            ErrorKind.STRUCTURAL_CYCLE);

    @Test
    void unificationIsCommutative() {
        holds(
                2,
                3,
                terms -> new Law(
                        text(terms.get(0).and(terms.get(1))), text(terms.get(1).and(terms.get(0)))));
    }

    @Test
    void unificationIsAssociative() {
        holds(3, 2, terms -> {
            Term left = terms.get(0).and(terms.get(1)).and(terms.get(2));
            return new Law(text(left), text(terms.get(0).and(terms.get(1).and(terms.get(2)))));
        });
    }

    @Test
    void aValueUnifiedWithItselfPrintsTheSame() {
        holds(1, 3, terms -> new Law(text(terms.get(0)), text(terms.get(0).and(terms.get(0))), true));
    }

    @Test
    void topIsNeutral() {
        holds(1, 3, terms -> new Law(text(terms.get(0)), text(Term.leaf("_").and(terms.get(0)))));
    }

    @Test
    void declarationsOfOneFieldAreUnified() {
        holds(
                2,
                3,
                terms -> new Law(
                        "{x: " + terms.get(0) + ", x: " + terms.get(1) + "}",
                        "{x: " + terms.get(0).and(terms.get(1)) + "}"));
    }

    @Test
    void referencesStandForWhatTheyName() {
        holds(
                2,
                2,
                terms -> new Law(
                        "{_x: " + terms.get(0) + ", _y: " + terms.get(1) + ", z: _x & _y}.z",
                        text(terms.get(0).and(terms.get(1)))));
    }

    @Test
    void printedAndParsedAgainAValueIsTheSame() {
        int concrete = DeepStack.run(() -> {
            int count = 0;
            for (int i = 0; i < CASES; i++) {
                Term term = Term.random(new Random(SEED + i), 3);
                Interpreter.Result result = results("{v: " + term + "}").get(0);
                if (result.value().isPresent()) {
                    String printed = JsonText.of(result.value().get());
                    Interpreter.Result again = results(printed).get(0);
                    assertThat(again.value().map(JsonText::of))
                            .as("case %d: %s", i, term)
                            .hasValue(printed);
                    count++;
                }
            }
            return count;
        });
        assertThat(concrete).as("cases with a concrete value").isGreaterThan(CASES / 5);
    }

    /** Two texts that mean the same; with {@code inOrder} their fields come in the same order, too. */
    private record Law(String left, String right, boolean inOrder) {
        Law(String left, String right) {
            this(left, right, false);
        }

        boolean isBroken() {
            List<Interpreter.Result> both = results(left, right);
            return !meaning(both.get(0), inOrder).equals(meaning(both.get(1), inOrder));
        }
    }

    /** A law for some terms. */
    private interface Form {
        Law of(List<Term> terms);
    }

    private static void holds(int count, int depth, Form form) {
        DeepStack.run(() -> {
            for (int i = 0; i < CASES; i++) {
                Random random = new Random(SEED + i);
                List<Term> terms = IntStream.range(0, count)
                        .mapToObj(n -> Term.random(random, depth))
                        .toList();
                if (form.of(terms).isBroken()) {
                    Law least = form.of(shrunken(terms, form));
                    fail("case %d: %s and %s differ", i, least.left(), least.right());
                }
            }
            return CASES;
        });
    }

    /** The smallest terms that are found to break the law, by leaving out one part at a time. */
    private static List<Term> shrunken(List<Term> terms, Form form) {
        for (int i = 0; i < terms.size(); i++) {
            for (Term smaller : terms.get(i).smaller()) {
                List<Term> changed = new ArrayList<>(terms);
                changed.set(i, smaller);
                if (form.of(changed).isBroken()) {
                    return shrunken(changed, form);
                }
            }
        }
        return terms;
    }

    private static String text(Term term) {
        return term.toString();
    }

    /** The results of expressions, each in a field of one file. */
    private static List<Interpreter.Result> results(String... texts) {
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            file.append("v").append(i).append(": ").append(texts[i]).append('\n');
        }
        Compiler compiler = new Compiler(Parser.parse(new SourceText("x.cue", file.toString())));
        Interpreter interpreter = new Interpreter(compiler.file().root());
        List<Interpreter.Result> results = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            SourceText name = new SourceText("name", "v" + i);
            CompiledExpr field =
                    compiler.expression(name, Parser.parseExpression(name)).root();
            results.add(interpreter.export(field));
        }
        return results;
    }

    /** The concrete value, without places; else whether more data could help. */
    private static Object meaning(Interpreter.Result result, boolean inOrder) {
        if (result.value().isPresent()) {
            Value value = result.value().get();
            return inOrder ? JsonText.of(value) : plain(value);
        }
        return result.errors().stream().map(CueError::kind).noneMatch(FINAL::contains);
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
}

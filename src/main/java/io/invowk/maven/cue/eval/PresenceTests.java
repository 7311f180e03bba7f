// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.value.ErrorKind;
import java.util.ArrayList;
import java.util.List;

/** The tests {@code x == _|_} and {@code x != _|_}; their outcome is verified when everything is known. */
final class PresenceTests {
    /** What a test finds. */
    private enum Outcome {
        ERROR,
        /** A type, bound or validator: counts as an error, but is none that later data could not mend. */
        TYPE,
        VALUE
    }

    /** One test that was made. */
    record Made(Vertex at, Conjunct conjunct, CompiledExpr tested, Outcome outcome) {}

    private final Evaluator evaluator;
    private final List<Made> made = new ArrayList<>();
    private int madeInFile;

    PresenceTests(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** From now on tests are those of questions about the file. */
    void endFile() {
        madeInFile = made.size();
    }

    /** Forgets the tests of the last question. */
    void nextQuestion() {
        made.subList(madeInFile, made.size()).clear();
    }

    /** Whether an expression is an error. */
    boolean isError(Vertex at, Conjunct conjunct, CompiledExpr tested) {
        Outcome outcome = outcome(at, conjunct, tested);
        made.add(new Made(at, conjunct, tested, outcome));
        return outcome != Outcome.VALUE;
    }

    private Outcome outcome(Vertex at, Conjunct conjunct, CompiledExpr tested) {
        try {
            return test(at, conjunct, tested);
        } catch (Signal.Failed failed) {
            return Outcome.ERROR;
        }
    }

    private Outcome test(Vertex at, Conjunct conjunct, CompiledExpr tested) {
        boolean vertex = References.isReference(tested) || !isComputed(tested);
        if (!vertex) {
            evaluator.computation.compute(at, conjunct, tested);
            return Outcome.VALUE;
        }
        Vertex target = evaluator.references.resolve(at, conjunct, tested);
        int blocked = evaluator.finish(target);
        Vertex v = evaluator.resolved(target);
        if (v.failed() || (v.state == Vertex.State.DONE && v.failure != null)) {
            return Outcome.ERROR;
        }
        if (v.alternatives != null || v.scalar != null) {
            return Outcome.VALUE;
        }
        if (blocked > 0) {
            throw new Signal.Blocked(blocked);
        }
        if (Conclusion.ownWaiting(v) != null) {
            return Outcome.ERROR;
        }
        boolean top = v.kinds == Kinds.ALL && v.validators().isEmpty();
        if (v.kinds == Kinds.STRUCT || v.kinds == Kinds.LIST || top) {
            return Outcome.VALUE;
        }
        int above = evaluator.unsettledAbove(target);
        if (above > 0) {
            throw new Signal.Blocked(above);
        }
        return Outcome.TYPE;
    }

    private static boolean isComputed(CompiledExpr expr) {
        return expr instanceof CompiledExpr.Binary
                || expr instanceof CompiledExpr.Unary
                || expr instanceof CompiledExpr.Interpolation
                || expr instanceof CompiledExpr.Call
                || expr instanceof CompiledExpr.Slice
                || expr instanceof CompiledExpr.LabelReference
                || expr instanceof CompiledExpr.PackageMember
                || expr instanceof CompiledExpr.Function;
    }

    /**
     * Makes all tests again; reports those that now find an error where there was none or the other way round, and those
     * that test each other.
     */
    void verify() {
        List<Made> tests = List.copyOf(made);
        for (Made test : tests) {
            boolean changed = true;
            try {
                Outcome now = outcome(test.at(), test.conjunct(), test.tested());
                changed = (now == Outcome.ERROR) != (test.outcome() == Outcome.ERROR);
            } catch (Signal.Blocked blocked) {
                // nothing is being worked on any more, so that the test waits for itself
            }
            if (changed) {
                test.at()
                        .addError(Bottom.of(
                                ErrorKind.CYCLE,
                                true,
                                test.at(),
                                test.tested().place(),
                                "the outcome of the test changes what it tests"));
            }
        }
        List<Made> mutual = tests.isEmpty() ? List.of() : new MutualTests(evaluator).find(tests);
        for (Made test : mutual) {
            test.at()
                    .addError(Bottom.of(
                            ErrorKind.CYCLE,
                            true,
                            test.at(),
                            test.tested().place(),
                            "the test looks for what another test may add, and the other way round"));
        }
    }
}

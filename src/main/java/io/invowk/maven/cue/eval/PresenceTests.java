// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.value.ErrorKind;
import java.util.ArrayList;
import java.util.List;

/** The tests {@code x == _|_} and {@code x != _|_}; their outcome is verified when everything is known. */
final class PresenceTests {
    /** One test that was made. */
    record Made(Vertex at, Conjunct conjunct, CompiledExpr tested, boolean error) {}

    private final Evaluator evaluator;
    private final List<Made> made = new ArrayList<>();
    private boolean verifying;

    PresenceTests(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Whether an expression is an error. */
    boolean isError(Vertex at, Conjunct conjunct, CompiledExpr tested) {
        boolean error;
        try {
            error = test(at, conjunct, tested);
        } catch (Signal.Failed failed) {
            error = true;
        }
        if (!verifying) {
            made.add(new Made(at, conjunct, tested, error));
        }
        return error;
    }

    private boolean test(Vertex at, Conjunct conjunct, CompiledExpr tested) {
        boolean vertex = References.isReference(tested) || !isComputed(tested);
        if (!vertex) {
            evaluator.computation.compute(at, conjunct, tested);
            return false;
        }
        Vertex target = evaluator.references.resolve(at, conjunct, tested);
        int blocked = evaluator.finish(target);
        Vertex v = evaluator.resolved(target);
        if (v.failed() || (v.state == Vertex.State.DONE && v.failure != null)) {
            return true;
        }
        if (v.alternatives != null) {
            return false;
        }
        if (v.scalar != null) {
            return false;
        }
        if (blocked > 0) {
            throw new Signal.Blocked(blocked);
        }
        if (Conclusion.ownWaiting(v) != null) {
            return true;
        }
        if (v.kinds == Kinds.STRUCT || v.kinds == Kinds.LIST || v.kinds == Kinds.ALL) {
            return false;
        }
        int above = evaluator.unsettledAbove(target);
        if (above > 0) {
            throw new Signal.Blocked(above);
        }
        return true;
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

    /** Makes all tests again; reports those that would now end otherwise, and those that test each other. */
    void verify() {
        verifying = true;
        for (Made test : made) {
            boolean now;
            try {
                now = isError(test.at(), test.conjunct(), test.tested());
            } catch (Signal.Blocked blocked) {
                now = !test.error();
            }
            if (now != test.error()) {
                test.at()
                        .addError(Bottom.of(
                                ErrorKind.CYCLE,
                                true,
                                test.at(),
                                test.tested().place(),
                                "the outcome of the test changes what it tests"));
            }
        }
        List<Made> mutual = made.isEmpty() ? List.of() : new MutualTests(evaluator).find(made);
        for (Made test : mutual) {
            test.at()
                    .addError(Bottom.of(
                            ErrorKind.UNSUPPORTED,
                            true,
                            test.at(),
                            test.tested().place(),
                            "a test for what another test may add, and the other way round, is not supported yet"));
        }
        verifying = false;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.Kinds;
import java.util.IdentityHashMap;

/**
 * How many values a vertex is when it is handed out. A vertex that many fields are the same as is many values, but is
 * gone through once, so that what is too large is refused before any of it is made.
 */
final class Extent {
    private final Evaluator evaluator;
    private final IdentityHashMap<Vertex, Long> known = new IdentityHashMap<>();

    Extent(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Ends the evaluation if a vertex is more values than one may have. */
    void check(Vertex vertex) {
        of(vertex);
    }

    private long of(Vertex vertex) {
        Vertex v = evaluator.resolved(vertex);
        if (v.alternatives != null || v.scalar != null) {
            return 1;
        }
        Conjunct folded = v.folded();
        if (folded != null) {
            return plain(folded.expr());
        }
        boolean metAgain = v != vertex || v.lent;
        Long before = metAgain ? known.putIfAbsent(v, 0L) : null;
        if (before != null) {
            return before;
        }
        long values = 1;
        if (v.kinds == Kinds.LIST || v.kinds == Kinds.STRUCT) {
            for (Vertex arc : v.demanded()) {
                boolean shown = arc.label.isField() || v.kinds == Kinds.LIST;
                values += shown && arc.arcType == ArcType.MEMBER ? of(arc) : 0;
                evaluator.limits.checkValues(vertex, values);
            }
        }
        if (metAgain) {
            known.put(v, values);
        }
        return values;
    }

    private static int plain(CompiledExpr expr) {
        if (expr instanceof CompiledExpr.StructLiteral struct) {
            return struct.plain();
        }
        return expr instanceof CompiledExpr.ListLiteral list ? list.plain() : 1;
    }
}

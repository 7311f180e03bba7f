// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.CompiledDecl;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The literals that a struct is made of, in the order in which they say where its fields stand. A literal stands where its
 * field that came last is written or, if references brought it, where the outermost of these is.
 */
final class LiteralOrder {
    /** One literal; the body of a comprehension once for each yield. */
    static final class Written {
        final CompiledExpr.StructLiteral literal;
        final List<FieldLabel> labels = new ArrayList<>();
        boolean dynamic;
        Place place;
        /** When the place was found. */
        int moment;

        @Nullable
        Place tied;

        Written(CompiledExpr.StructLiteral literal) {
            this.literal = literal;
            this.place = literal.place();
        }
    }

    /**
     * Literals that stand at the same place.
     *
     * @param explicit whether their fields are merged like sorted lists, instead of one after the other
     */
    record Batch(List<Written> literals, boolean explicit) {}

    /** Where a value was declared. */
    private record Declared(CompiledExpr.StructLiteral literal, Place label) {}

    private final Vertex struct;
    private final List<Written> all = new ArrayList<>();
    private final IdentityHashMap<CompiledExpr, Declared> declarations = new IdentityHashMap<>();
    /** Each literal by the one that it is, and by its turn. */
    private final IdentityHashMap<CompiledExpr.StructLiteral, IdentityHashMap<Object, Written>> known =
            new IdentityHashMap<>();

    private final Map<Place, Set<Written>> tied = new HashMap<>();

    LiteralOrder(Vertex struct) {
        this.struct = struct;
        for (Vertex.Part part : struct.parts()) {
            collect(part);
        }
        place();
        label();
    }

    private void collect(Vertex.Part part) {
        Vertex turn = turn(part.from().env());
        if (find(part.literal(), turn) != null) {
            return;
        }
        Written written = new Written(part.literal());
        all.add(written);
        known.computeIfAbsent(part.literal(), key -> new IdentityHashMap<>()).put(key(turn), written);
        for (CompiledDecl decl : part.literal().decls()) {
            if (decl instanceof CompiledDecl.Field field) {
                declarations.put(field.value(), new Declared(part.literal(), field.place()));
            } else if (decl instanceof CompiledDecl.Dynamic dynamic) {
                written.dynamic = true;
                declarations.put(dynamic.value(), new Declared(part.literal(), dynamic.place()));
            } else if (decl instanceof CompiledDecl.Embedding embedding) {
                tie(written, embedding.value().place());
            }
        }
    }

    private void tie(Written written, Place reference) {
        tied.computeIfAbsent(reference, key -> new LinkedHashSet<>()).add(written);
    }

    /** What tells the yields of a comprehension apart. */
    private static @Nullable Vertex turn(Environment env) {
        for (Environment e = env; e != null; e = e.outer) {
            if (e.vertex.label.equals(Comprehensions.FOR)) {
                return e.vertex;
            }
        }
        return null;
    }

    private @Nullable Written find(CompiledExpr.StructLiteral literal, @Nullable Vertex turn) {
        IdentityHashMap<Object, Written> turns = known.get(literal);
        return turns == null ? null : turns.get(key(turn));
    }

    private Object key(@Nullable Vertex turn) {
        return turn == null ? this : turn;
    }

    private @Nullable Written owner(Conjunct conjunct) {
        Declared declared = declarations.get(conjunct.expr());
        return declared == null ? null : find(declared.literal(), turn(conjunct.env()));
    }

    private void place() {
        int moment = 0;
        Map<Place, Integer> last = new HashMap<>();
        for (Vertex field : struct.arcs()) {
            for (Conjunct conjunct : field.conjuncts()) {
                Declared declared = declarations.get(conjunct.expr());
                Written written = owner(conjunct);
                if (declared == null || written == null) {
                    continue;
                }
                moment++;
                Place reference = conjunct.via().outermost();
                if (reference == null) {
                    written.place = declared.label();
                    written.moment = moment;
                    continue;
                }
                tie(written, reference);
                written.tied = reference;
                last.put(reference, moment);
            }
        }
        last.forEach((reference, found) -> {
            for (Written written : tied.getOrDefault(reference, Set.of())) {
                if (written.moment < found) {
                    written.place = reference;
                    written.moment = found;
                }
            }
        });
    }

    private void label() {
        Map<Written, IdentityHashMap<CompiledExpr, List<FieldLabel>>> computed = new HashMap<>();
        for (Vertex field : struct.arcs()) {
            for (Conjunct conjunct : field.conjuncts()) {
                Written written = owner(conjunct);
                if (written != null) {
                    computed.computeIfAbsent(written, key -> new IdentityHashMap<>())
                            .computeIfAbsent(conjunct.expr(), key -> new ArrayList<>())
                            .add(field.label);
                }
            }
        }
        for (Written written : all) {
            IdentityHashMap<CompiledExpr, List<FieldLabel>> made =
                    computed.getOrDefault(written, new IdentityHashMap<>());
            for (CompiledDecl decl : written.literal.decls()) {
                if (decl instanceof CompiledDecl.Field field) {
                    written.labels.add(field.label());
                } else if (decl instanceof CompiledDecl.Dynamic dynamic) {
                    written.labels.addAll(made.getOrDefault(dynamic.value(), List.of()));
                }
            }
        }
    }

    List<Batch> batches() {
        List<Written> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing((Written w) -> w.place.source().name())
                .thenComparing(w -> w.place.span().start())
                .thenComparing(w -> w.dynamic));
        Set<Place> operands = operands();
        List<Batch> batches = new ArrayList<>();
        List<Written> same = new ArrayList<>();
        for (Written written : sorted) {
            boolean apart =
                    written.dynamic || (!same.isEmpty() && !same.get(0).place.equals(written.place));
            if (apart && !same.isEmpty()) {
                add(batches, same, operands);
                same = new ArrayList<>();
            }
            same.add(written);
            if (written.dynamic) {
                add(batches, same, operands);
                same = new ArrayList<>();
            }
        }
        if (!same.isEmpty()) {
            add(batches, same, operands);
        }
        return batches;
    }

    private static void add(List<Batch> batches, List<Written> literals, Set<Place> operands) {
        Written first = literals.get(0);
        boolean explicit = literals.size() > 1
                || operands.contains(first.literal.place())
                || (first.tied != null && operands.contains(first.tied));
        Batch last = batches.isEmpty() ? null : batches.get(batches.size() - 1);
        if (explicit && last != null && last.explicit()) {
            last.literals().addAll(literals);
        } else {
            batches.add(new Batch(literals, explicit));
        }
    }

    /** The operands of each {@code &} that is the value of the struct, or embedded in it. */
    private Set<Place> operands() {
        Set<Place> operands = new HashSet<>();
        for (Conjunct conjunct : struct.conjuncts()) {
            operands(conjunct.expr(), operands);
        }
        for (Written written : all) {
            for (CompiledDecl decl : written.literal.decls()) {
                if (decl instanceof CompiledDecl.Embedding embedding) {
                    operands(embedding.value(), operands);
                }
            }
        }
        return operands;
    }

    private static void operands(CompiledExpr expr, Set<Place> found) {
        if (expr instanceof CompiledExpr.Unification unification) {
            operand(unification.left(), found);
            operand(unification.right(), found);
        } else if (expr instanceof CompiledExpr.Aliased aliased) {
            operands(aliased.value(), found);
        }
    }

    private static void operand(CompiledExpr expr, Set<Place> found) {
        found.add(expr.place());
        operands(expr, found);
    }
}

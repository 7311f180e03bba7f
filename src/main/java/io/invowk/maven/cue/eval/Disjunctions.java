// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Multiplies out the disjunctions of a vertex and drops the alternatives that fail. */
final class Disjunctions {
    private final Evaluator evaluator;

    Disjunctions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The work on one vertex. */
    private final class Product {
        final Vertex vertex;
        private final PartialProducts partial;
        /** Why alternatives were dropped. */
        private final List<Supplier<Bottom>> refusals = new ArrayList<>();
        /** Those that were dropped only because they are not known, or not finite, here. */
        final List<Bottom> uncertain = new ArrayList<>();

        int blocked;

        Product(Vertex vertex) {
            this.vertex = vertex;
            this.partial = new PartialProducts(evaluator, vertex);
        }

        /**
         * All combinations of one alternative of each disjunction that are left.
         *
         * @param base a vertex with disjunctions, and the marks of those that it was chosen by
         */
        List<Alternative> of(Alternative base, boolean complete) {
            List<Alternative> left = List.of(base);
            int count = base.vertex().choices().size();
            for (int i = 0; i < count && blocked == 0; i++) {
                boolean last = complete && i == count - 1;
                left = stage(left, last);
                evaluator.limits.checkAlternatives(vertex, left.size());
            }
            return left;
        }

        /**
         * Combines what is left with the alternatives of one more disjunction. Where all defaults of a side are gone, the
         * marks of that side no longer count.
         */
        private List<Alternative> stage(List<Alternative> before, boolean last) {
            List<Pair> pairs = new ArrayList<>();
            for (Alternative partial : before) {
                choose(partial, last, pairs);
            }
            boolean leftDefault = false;
            boolean rightDefault = false;
            for (Pair pair : pairs) {
                leftDefault |= pair.left().isDefault();
                rightDefault |= pair.mark() == Mode.IS;
            }
            boolean innerMarks = false;
            List<Alternative> after = new ArrayList<>();
            for (Pair pair : pairs) {
                boolean counts = rightDefault || pair.nested();
                Mode right = counts ? pair.mark().and(pair.inner()) : Mode.MAYBE;
                Mode mode = leftDefault ? pair.mode().and(right) : right;
                innerMarks |= pair.nested() && mode != Mode.MAYBE;
                merge(after, new Alternative(pair.vertex(), mode, pair.last()), last);
            }
            return innerMarks ? decided(after) : after;
        }

        private void merge(List<Alternative> list, Alternative next, boolean complete) {
            if (!complete && next.vertex().scalar == null) {
                if (!absorb(list, next)) {
                    list.add(next);
                }
                return;
            }
            for (int i = 0; i < list.size(); i++) {
                Alternative known = list.get(i);
                if (same(known.vertex(), next.vertex(), complete)) {
                    if (next.mode() == Mode.IS || known.mode() == Mode.IS) {
                        list.set(i, new Alternative(known.vertex(), Mode.IS, known.mark()));
                    }
                    return;
                }
            }
            list.add(next);
        }

        /** Lets the default of two partial products that say the same stand for the one that allows more fields. */
        private boolean absorb(List<Alternative> list, Alternative next) {
            for (int i = 0; i < list.size(); i++) {
                Alternative known = list.get(i);
                if ((known.mode() == Mode.IS) != (next.mode() == Mode.IS)) {
                    Vertex wider = partial.wider(known.vertex(), next.vertex());
                    if (wider != null) {
                        list.set(i, new Alternative(wider, Mode.IS, known.mark()));
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean same(Vertex a, Vertex b, boolean complete) {
            if (!complete) {
                boolean plain = a.labels().isEmpty() && b.labels().isEmpty();
                boolean settled = a.tasks().isEmpty() && b.tasks().isEmpty();
                Scalar scalar = a.scalar;
                return plain && settled && scalar != null && scalar.equals(b.scalar);
            }
            return new Equality(evaluator).identical(a, b);
        }

        /** Adds the alternatives of the first disjunction of a partial product. */
        private void choose(Alternative partial, boolean last, List<Pair> found) {
            Vertex base = partial.vertex();
            Conjunct choice = base.choices().get(0);
            CompiledExpr.Disjunction expr = (CompiledExpr.Disjunction) choice.expr();
            for (CompiledExpr.Alternative alternative : expr.alternatives()) {
                if (blocked > 0) {
                    return;
                }
                Supplier<Bottom> unfit = Prefilter.refusal(base, choice.with(alternative.value()));
                if (unfit != null) {
                    refusals.add(unfit);
                    continue;
                }
                evaluator.limits.countTry(vertex);
                evaluator.limits.countSteps(
                        vertex, base.labels().size() + base.conjuncts().size());
                Vertex copy = base.copy();
                Conjunct first = copy.takeChoice();
                copy.push(first.with(first.close().indirect()).with(alternative.value()));
                Mode mark = !expr.marked() ? Mode.MAYBE : alternative.isDefault() ? Mode.IS : Mode.NOT;
                int uncertainBefore = uncertain.size();
                List<Alternative> results = tried(new Alternative(copy, partial.mode(), mark), last);
                boolean nested = results.size() > 1 || uncertain.size() > uncertainBefore;
                for (Alternative result : results) {
                    found.add(
                            nested
                                    ? new Pair(
                                            partial,
                                            result.vertex(),
                                            partial.mode(),
                                            mark,
                                            true,
                                            result.mode(),
                                            result.mark())
                                    : new Pair(partial, result.vertex(), result.mode(), mark, false, Mode.MAYBE, mark));
                }
            }
        }

        List<Bottom> failures() {
            return refusals.stream().map(Supplier::get).toList();
        }

        /** What one operand stands for: itself, or the alternatives of the disjunction that it is. */
        private List<Alternative> tried(Alternative operand, boolean last) {
            Vertex copy = operand.vertex();
            blocked = work(copy, false);
            if (blocked > 0 || eliminated(copy)) {
                return List.of();
            }
            List<Alternative> results = copy.choices().isEmpty() ? List.of(operand) : of(operand, last);
            List<Alternative> left = new ArrayList<>();
            for (Alternative result : results) {
                Vertex v = result.vertex();
                if (blocked > 0) {
                    return List.of();
                }
                if (last && !complete(v)) {
                    continue;
                }
                v.resumeChoices();
                left.add(result);
            }
            return left;
        }

        /** Works on a copy, up to its disjunctions or altogether, while those who are part of it see it. */
        private int work(Vertex copy, boolean altogether) {
            Vertex before = vertex.original.tried;
            vertex.original.tried = copy;
            try {
                return altogether ? evaluator.finish(copy) : evaluator.settleBeforeChoices(copy);
            } finally {
                vertex.original.tried = before;
            }
        }

        private boolean complete(Vertex v) {
            if (v.state == Vertex.State.DONE) {
                return true;
            }
            blocked = work(v, true);
            if (blocked > 0) {
                return false;
            }
            return !eliminated(v);
        }

        private boolean eliminated(Vertex v) {
            Bottom failure = v.failure;
            for (Bottom error : v.errors()) {
                if (failure == null && !error.incomplete()) {
                    failure = error;
                }
            }
            if (failure == null && v.state == Vertex.State.DONE) {
                failure = Conclusion.waiting(v);
            }
            if (failure == null) {
                return false;
            }
            Bottom reason = failure;
            refusals.add(() -> reason);
            if (reason.incomplete() || reason.kind() == ErrorKind.STRUCTURAL_CYCLE) {
                uncertain.add(reason);
            }
            return true;
        }
    }

    /**
     * A partial product with one more alternative.
     *
     * @param mode of the partial product
     * @param mark of the operand
     * @param nested whether the operand is a disjunction of which several alternatives are left, or were, but for
     *     recursion
     * @param inner of the alternative in that disjunction
     * @param last the mark of the innermost disjunction
     */
    private record Pair(Alternative left, Vertex vertex, Mode mode, Mode mark, boolean nested, Mode inner, Mode last) {}

    /** What no mark speaks of is no default where marks count. */
    private static List<Alternative> decided(List<Alternative> alternatives) {
        return alternatives.stream()
                .map(a -> a.mode() == Mode.MAYBE ? new Alternative(a.vertex(), Mode.NOT, a.mark()) : a)
                .toList();
    }

    /** Gives a vertex its alternatives, or the error that none is left; answers what it waits for. */
    int resolve(Vertex vertex) {
        if (chosen(vertex)) {
            return 0;
        }
        Product product = new Product(vertex);
        List<Alternative> left = product.of(new Alternative(vertex, Mode.MAYBE, Mode.MAYBE), true);
        if (product.blocked > 0) {
            return product.blocked;
        }
        if (left.isEmpty()) {
            vertex.addError(none(vertex, product.failures()));
            return 0;
        }
        if (selfRead(vertex, product.uncertain)) {
            return 0;
        }
        vertex.alternatives = List.copyOf(left);
        return 0;
    }

    /** Takes a choice between scalars in without trying any, if the scalar is known and is one of them. */
    private static boolean chosen(Vertex vertex) {
        Conjunct choice = vertex.onlyChoice();
        if (vertex.scalar == null || choice == null || !vertex.tasks().isEmpty()) {
            return false;
        }
        CompiledExpr.Literal found = null;
        for (CompiledExpr.Alternative alternative : ((CompiledExpr.Disjunction) choice.expr()).alternatives()) {
            if (!(alternative.value() instanceof CompiledExpr.Literal literal)) {
                return false;
            }
            found = literal.value().equals(vertex.scalar) ? literal : found;
        }
        if (found == null) {
            return false;
        }
        vertex.dropChoice();
        Arcs.setScalar(vertex, found.value(), found.place(), choice.via());
        return true;
    }

    /**
     * Refuses to choose where an alternative was dropped only because it needs the value that is being chosen; by way of
     * another vertex, which cannot see the alternative. What is missing in the alternative itself drops it for good.
     */
    private boolean selfRead(Vertex vertex, List<Bottom> failures) {
        for (Bottom failure : failures) {
            boolean itself = failure.at() != vertex && failure.at().original == vertex.original;
            boolean reads = failure.kind() == ErrorKind.CYCLE || (vertex.frozen && !itself);
            if (failure.incomplete() && reads) {
                List<Place> places = failure.places();
                int use = failure.kind() == ErrorKind.CYCLE ? places.size() - 1 : 0;
                Place place = places.isEmpty() ? vertex.choices().get(0).expr().place() : places.get(use);
                String what = "an alternative that needs the value it is part of";
                vertex.addError(evaluator.unsupported(vertex, place, what).bottom);
                return true;
            }
        }
        return false;
    }

    private static Bottom none(Vertex vertex, List<Bottom> failures) {
        List<Bottom> users =
                failures.stream().filter(f -> f.kind() == ErrorKind.OTHER).toList();
        List<Bottom> shown = users.isEmpty() ? failures : users;
        boolean incomplete = failures.stream().anyMatch(Bottom::incomplete);
        if (!users.isEmpty()) {
            Bottom user = users.get(0);
            return Bottom.of(user.kind(), incomplete, user.at(), user.primary(), user.message());
        }
        if (shown.size() == 1) {
            return shown.get(0);
        }
        ErrorKind kind = failures.stream()
                .filter(f -> f.incomplete() == incomplete)
                .map(Bottom::kind)
                .min(Enum::compareTo)
                .orElse(ErrorKind.CONFLICT);
        boolean plainConflict = kind == ErrorKind.CLOSED || kind == ErrorKind.USER;
        Bottom bottom = Bottom.of(
                incomplete || !plainConflict ? kind : ErrorKind.CONFLICT,
                incomplete,
                vertex,
                null,
                "none of the alternatives fits");
        Set<String> notes = new LinkedHashSet<>();
        Set<Place> places = new LinkedHashSet<>();
        for (Bottom failure : failures) {
            notes.add(failure.message());
            places.addAll(failure.places());
        }
        for (String note : notes) {
            bottom = bottom.note(note);
        }
        for (Place place : places) {
            bottom = bottom.also(place);
        }
        return failures.stream().anyMatch(Bottom::late) ? bottom.foundLate() : bottom;
    }
}

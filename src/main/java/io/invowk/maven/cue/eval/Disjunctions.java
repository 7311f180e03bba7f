// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Multiplies out the disjunctions of a vertex and drops the alternatives that fail. */
final class Disjunctions {
    private final Evaluator evaluator;

    Disjunctions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The work on one vertex. */
    private final class Product {
        final Vertex vertex;
        final List<Bottom> failures = new ArrayList<>();
        int blocked;

        Product(Vertex vertex) {
            this.vertex = vertex;
        }

        /** All combinations of one alternative of each disjunction of the base that are left. */
        List<Alternative> of(Vertex base, boolean complete) {
            List<Alternative> left = new ArrayList<>();
            left.add(new Alternative(base, Mode.MAYBE));
            int count = base.choices().size();
            for (int i = 0; i < count && blocked == 0; i++) {
                boolean last = complete && i == count - 1;
                left = stage(left, last);
                evaluator.limits.checkAlternatives(vertex, left.size());
            }
            return left;
        }

        private List<Alternative> stage(List<Alternative> before, boolean last) {
            List<Alternative> pairs = new ArrayList<>();
            List<Mode> lefts = new ArrayList<>();
            for (Alternative partial : before) {
                for (Alternative found : choose(partial.vertex(), last)) {
                    pairs.add(found);
                    lefts.add(partial.mode());
                }
            }
            boolean leftDefault = lefts.contains(Mode.IS);
            boolean rightDefault = pairs.stream().anyMatch(p -> p.mode() == Mode.IS);
            List<Alternative> after = new ArrayList<>();
            for (int i = 0; i < pairs.size(); i++) {
                Mode left = leftDefault ? lefts.get(i) : Mode.MAYBE;
                Mode right = rightDefault ? pairs.get(i).mode() : Mode.MAYBE;
                merge(after, new Alternative(pairs.get(i).vertex(), left.and(right)), last);
            }
            return after;
        }

        private void merge(List<Alternative> list, Alternative next, boolean complete) {
            for (int i = 0; i < list.size(); i++) {
                Alternative known = list.get(i);
                if (same(known.vertex(), next.vertex(), complete)) {
                    if (next.mode() == Mode.IS || known.mode() == Mode.IS) {
                        list.set(i, new Alternative(known.vertex(), Mode.IS));
                    }
                    return;
                }
            }
            list.add(next);
        }

        private boolean same(Vertex a, Vertex b, boolean complete) {
            if (!complete) {
                boolean plain = a.arcs().isEmpty() && b.arcs().isEmpty();
                boolean settled = a.tasks().isEmpty() && b.tasks().isEmpty();
                Scalar scalar = a.scalar;
                return plain && settled && scalar != null && scalar.equals(b.scalar);
            }
            return new Equality(evaluator).identical(a, b);
        }

        /** The alternatives of the first disjunction of a partial product. */
        private List<Alternative> choose(Vertex partial, boolean last) {
            Conjunct choice = partial.choices().get(0);
            CompiledExpr.Disjunction expr = (CompiledExpr.Disjunction) choice.expr();
            List<Alternative> found = new ArrayList<>();
            for (CompiledExpr.Alternative alternative : expr.alternatives()) {
                if (blocked > 0) {
                    return List.of();
                }
                if (Prefilter.excludes(partial, alternative.value())) {
                    failures.add(Prefilter.failure(partial, alternative.value()));
                    continue;
                }
                evaluator.limits.countTry(vertex);
                evaluator.limits.countSteps(
                        vertex, partial.arcs().size() + partial.conjuncts().size());
                Vertex copy = partial.copy();
                Conjunct first = copy.takeChoice();
                copy.push(first.with(first.close().indirect()).with(alternative.value()));
                found.addAll(marked(expr, alternative, tried(copy, last)));
            }
            return promoted(found);
        }

        /** The alternatives that one operand stands for: itself, or those of the disjunction that it is. */
        private List<Alternative> tried(Vertex copy, boolean last) {
            blocked = work(copy, false);
            if (blocked > 0 || eliminated(copy)) {
                return List.of();
            }
            List<Alternative> results;
            if (copy.choices().isEmpty()) {
                results = new ArrayList<>(List.of(new Alternative(copy, Mode.MAYBE)));
            } else {
                results = of(copy, last);
            }
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
            if (failure != null) {
                failures.add(failure);
            }
            return failure != null;
        }
    }

    private static List<Alternative> marked(
            CompiledExpr.Disjunction expr, CompiledExpr.Alternative alternative, List<Alternative> inner) {
        boolean innerDefault = inner.stream().anyMatch(a -> a.mode() == Mode.IS);
        List<Alternative> result = new ArrayList<>();
        for (Alternative a : inner) {
            Mode mode = a.mode();
            if (expr.marked()) {
                if (!alternative.isDefault()) {
                    mode = Mode.NOT;
                } else if (!innerDefault) {
                    mode = Mode.IS;
                }
            }
            result.add(new Alternative(a.vertex(), mode));
        }
        return result;
    }

    private static List<Alternative> promoted(List<Alternative> found) {
        if (found.stream().noneMatch(a -> a.mode() == Mode.IS)) {
            return found;
        }
        return found.stream()
                .map(a -> a.mode() == Mode.MAYBE ? new Alternative(a.vertex(), Mode.NOT) : a)
                .toList();
    }

    /** Gives a vertex its alternatives, or the error that none is left; answers what it waits for. */
    int resolve(Vertex vertex) {
        Product product = new Product(vertex);
        List<Alternative> left = product.of(vertex, true);
        if (product.blocked > 0) {
            return product.blocked;
        }
        if (left.isEmpty()) {
            vertex.addError(none(vertex, product.failures));
            return 0;
        }
        if (selfRead(vertex, product.failures)) {
            return 0;
        }
        vertex.alternatives = List.copyOf(left);
        return 0;
    }

    /**
     * Refuses to choose where an alternative was dropped only because it needs the value that is being chosen; by way of
     * another vertex, which cannot see the alternative.
     */
    private boolean selfRead(Vertex vertex, List<Bottom> failures) {
        for (Bottom failure : failures) {
            if (failure.incomplete() && (vertex.frozen || failure.kind() == ErrorKind.CYCLE)) {
                List<Place> places = failure.places();
                Place place = places.isEmpty() ? vertex.choices().get(0).expr().place() : places.get(0);
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

    /** Cheap reasons for which an alternative cannot fit. */
    private static final class Prefilter {
        static boolean excludes(Vertex partial, CompiledExpr alternative) {
            if (alternative instanceof CompiledExpr.Literal literal) {
                return (partial.kinds & literal.value().kind()) == 0
                        || (partial.scalar != null && !partial.scalar.equals(literal.value()));
            }
            if (alternative instanceof CompiledExpr.Type type) {
                return (partial.kinds & type.kinds()) == 0;
            }
            if (alternative instanceof CompiledExpr.ListLiteral) {
                return (partial.kinds & Kinds.LIST) == 0;
            }
            return alternative instanceof CompiledExpr.StructLiteral struct
                    && !struct.embeds()
                    && (partial.kinds & Kinds.STRUCT) == 0;
        }

        static Bottom failure(Vertex partial, CompiledExpr alternative) {
            String text = alternative instanceof CompiledExpr.Literal literal
                    ? literal.value().toString()
                    : alternative instanceof CompiledExpr.Type type
                            ? type.name()
                            : alternative instanceof CompiledExpr.ListLiteral ? "list" : "struct";
            Bottom bottom = Bottom.fatal(
                            ErrorKind.CONFLICT,
                            partial,
                            null,
                            "values " + Descriptions.of(partial) + " and " + text + " conflict")
                    .also(alternative.place());
            for (Contribution contribution : partial.contributions()) {
                bottom = bottom.also(contribution.place());
            }
            return bottom;
        }
    }
}

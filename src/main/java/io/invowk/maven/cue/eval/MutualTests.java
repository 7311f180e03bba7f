// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.CompiledDecl;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Scalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds comprehensions that test each other: what one may add is what another tests for, round in a circle. The outcome
 * of such tests hangs on their order, even where all of them hold in the end.
 */
final class MutualTests {
    private final Evaluator evaluator;
    private final Map<Key, Node> nodes = new LinkedHashMap<>();
    private final Map<Target, Set<Node>> adders = new HashMap<>();
    private final Map<Target, List<CompiledExpr>> added = new HashMap<>();

    MutualTests(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** A field, there or not. */
    private record Target(Vertex owner, FieldLabel label) {}

    /** A comprehension at a vertex. */
    private record Key(Vertex at, CompiledExpr body) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.at.equals(at) && isSame(key.body, body);
        }

        @Override
        public int hashCode() {
            return Objects.hash(at, System.identityHashCode(body));
        }
    }

    private static final class Node {
        final PresenceTests.Made first;
        final Set<Target> tested = new LinkedHashSet<>();
        /** The nodes that may add what this one tests. */
        final Set<Node> needs = new LinkedHashSet<>();

        final Set<Node> neededBy = new LinkedHashSet<>();

        Node(PresenceTests.Made first) {
            this.first = first;
        }

        boolean isEnd() {
            return needs.isEmpty() || neededBy.isEmpty();
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(CompiledExpr a, CompiledExpr b) {
        return a == b;
    }

    /** The first test of each comprehension that is part of a circle, or lies between circles. */
    List<PresenceTests.Made> find(List<PresenceTests.Made> tests) {
        for (PresenceTests.Made test : tests) {
            if (test.conjunct().expr() instanceof CompiledExpr.StructLiteral body) {
                Node node = nodes.computeIfAbsent(new Key(test.at(), body), k -> new Node(test));
                Target target = target(test.at(), test.conjunct(), test.tested());
                if (target != null) {
                    node.tested.add(target);
                }
                adds(node, test.at(), body);
            }
        }
        for (Node node : nodes.values()) {
            for (Target target : node.tested) {
                if (!isGiven(target)) {
                    node.needs.addAll(adders.getOrDefault(target, Set.of()));
                }
            }
            node.needs.remove(node);
            node.needs.forEach(needed -> needed.neededBy.add(node));
        }
        return circles().stream().map(node -> node.first).toList();
    }

    /** The field that a test looks for; if the struct that should have it is not there, that struct. */
    private @Nullable Target target(Vertex at, Conjunct conjunct, CompiledExpr tested) {
        if (tested instanceof CompiledExpr.FieldReference reference) {
            return new Target(conjunct.env().up(reference.up()).vertex, reference.label());
        }
        CompiledExpr operand = null;
        FieldLabel label = null;
        if (tested instanceof CompiledExpr.Selector selector) {
            operand = selector.operand();
            label = selector.label();
        } else if (tested instanceof CompiledExpr.Index index
                && index.index() instanceof CompiledExpr.Literal literal
                && literal.value() instanceof Scalar.Str name) {
            operand = index.operand();
            label = FieldLabel.regular(name.value());
        }
        if (operand == null || label == null) {
            return null;
        }
        try {
            Vertex owner = evaluator.references.resolve(at, conjunct, operand);
            return new Target(evaluator.resolved(owner).original, label);
        } catch (Signal missing) {
            return target(at, conjunct, operand);
        }
    }

    private void adds(Node node, Vertex at, CompiledExpr.StructLiteral body) {
        for (CompiledDecl decl : body.decls()) {
            if (decl instanceof CompiledDecl.Field field && field.arcType() == ArcType.MEMBER) {
                Target target = new Target(at.original, field.label());
                adders.computeIfAbsent(target, t -> new LinkedHashSet<>()).add(node);
                added.computeIfAbsent(target, t -> new ArrayList<>()).add(field.value());
                Vertex arc = at.arc(field.label());
                if (arc != null && field.value() instanceof CompiledExpr.StructLiteral below) {
                    adds(node, arc, below);
                }
            } else if (decl instanceof CompiledDecl.Comprehension comprehension) {
                adds(node, at, comprehension.body());
            }
        }
    }

    /** Whether a field has a literal value that no comprehension with a test adds. */
    private boolean isGiven(Target target) {
        Vertex arc = target.owner().arc(target.label());
        if (arc == null || arc.arcType != ArcType.MEMBER || arc.scalar == null) {
            return false;
        }
        List<CompiledExpr> conditional = added.getOrDefault(target, List.of());
        return arc.conjuncts().stream()
                .map(Conjunct::expr)
                .anyMatch(expr -> expr instanceof CompiledExpr.Literal
                        && conditional.stream().noneMatch(other -> isSame(other, expr)));
    }

    /** What is left when nodes that need nothing, or that nothing needs, are taken away until none is. */
    private List<Node> circles() {
        Deque<Node> ends = new ArrayDeque<>();
        nodes.values().stream().filter(Node::isEnd).forEach(ends::add);
        for (Node end = ends.poll(); end != null; end = ends.poll()) {
            for (Node node : end.needs) {
                boolean was = node.isEnd();
                node.neededBy.remove(end);
                if (!was && node.isEnd()) {
                    ends.add(node);
                }
            }
            for (Node node : end.neededBy) {
                boolean was = node.isEnd();
                node.needs.remove(end);
                if (!was && node.isEnd()) {
                    ends.add(node);
                }
            }
        }
        return nodes.values().stream().filter(node -> !node.isEnd()).toList();
    }
}

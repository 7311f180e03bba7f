// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.CompiledDecl;
import io.invowk.maven.cue.compile.CompiledExpr;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds structs that lead back to themselves by way of an optional field: the field's value is a reference, and what it
 * names has a field that is a reference back. Nothing is infinite in that, but CUE looks at the value of the optional
 * field first if that is written before what it names, and calls the way back a structural cycle.
 */
final class OptionalRings {
    private static final int DONE = -1;

    private final Evaluator evaluator;
    /** For each vertex its position on the way to where the search is, from 1; or that it has been left. */
    private final Map<Vertex, Integer> seen = new HashMap<>();

    private int depth;
    /** The position of the first vertex that the last optional field led to; 0 outside. */
    private int optional;

    OptionalRings(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Searches everything below a finished vertex, in the order in which fields are finished. */
    void search(Vertex vertex) {
        depth++;
        seen.put(vertex, depth);
        Vertex target = target(vertex);
        if (target == null) {
            fields(vertex);
            if (vertex.alternatives != null) {
                for (Alternative alternative : vertex.alternatives) {
                    fields(alternative.vertex());
                }
            }
        } else if (!seen.containsKey(target)) {
            search(target);
        } else if (seen.get(target) != DONE && seen.get(target) < optional) {
            CompiledExpr reference = vertex.conjuncts().get(0).expr();
            vertex.addError(Conclusion.containsItself(vertex, reference.place()));
            for (Vertex up = vertex; up != null && up.failure == null; up = up.parent) {
                up.failure = vertex.errors().get(0);
            }
        }
        seen.put(vertex, DONE);
        depth--;
    }

    private void fields(Vertex vertex) {
        if (vertex.folded() != null) {
            return;
        }
        for (Vertex field : vertex.arcs()) {
            if (field.arcType != ArcType.OPTIONAL) {
                search(field);
                continue;
            }
            Vertex target = target(field);
            if (target != null) {
                searchOptional(vertex, target);
            } else if (field.conjuncts().size() == 1) {
                Conjunct only = field.conjuncts().get(0);
                if (only.expr() instanceof CompiledExpr.StructLiteral literal) {
                    written(vertex, literal, only.env(), 1);
                }
            }
        }
    }

    private void searchOptional(Vertex vertex, Vertex target) {
        if (!seen.containsKey(target) && (isClosed(target) || !isClosed(vertex))) {
            int before = optional;
            optional = depth + 1;
            search(target);
            optional = before;
        }
    }

    /** Follows the names in a literal that has not been evaluated, because it is the value of an optional field. */
    private void written(Vertex vertex, CompiledExpr.StructLiteral literal, Environment env, int inside) {
        for (CompiledDecl decl : literal.decls()) {
            if (decl instanceof CompiledDecl.Field field) {
                if (field.value() instanceof CompiledExpr.StructLiteral below) {
                    written(vertex, below, env, inside + 1);
                    continue;
                }
                Vertex target = named(field.value(), env, inside);
                if (target != null) {
                    searchOptional(vertex, target);
                }
            }
        }
    }

    private @Nullable Vertex named(CompiledExpr expr, Environment env, int inside) {
        if (expr instanceof CompiledExpr.FieldReference name) {
            return name.up() < inside ? null : env.up(name.up() - inside).vertex.arc(name.label());
        }
        if (expr instanceof CompiledExpr.Selector selector) {
            Vertex operand = named(selector.operand(), env, inside);
            return operand == null ? null : evaluator.resolved(operand).arc(selector.label());
        }
        return null;
    }

    /** What a field refers to, if a reference is all that it is. */
    private @Nullable Vertex target(Vertex field) {
        if (field.conjuncts().size() != 1) {
            return null;
        }
        Conjunct only = field.conjuncts().get(0);
        if (!References.isName(only.expr())) {
            return null;
        }
        try {
            return evaluator.references.resolve(field, only, only.expr());
        } catch (Signal missing) {
            return null;
        }
    }

    private static boolean isClosed(Vertex vertex) {
        for (Requirement requirement : vertex.requirements()) {
            if (requirement.recursive()) {
                return true;
            }
        }
        for (Vertex v = vertex; v != null; v = v.parent) {
            if (v.label.isDefinition()) {
                return true;
            }
        }
        return false;
    }
}

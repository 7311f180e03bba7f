// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.Operator;
import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.diagnostic.NearName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which fields a struct may have (CUE spec, "Closed structs"). */
final class Closedness {
    private Closedness() {}

    /** Adds a requirement, also to fields that have already been worked on. */
    static void require(Vertex vertex, Requirement requirement) {
        vertex.addRequirement(requirement);
        if (!requirement.recursive()) {
            return;
        }
        for (Vertex arc : vertex.knownArcs()) {
            if (arc.started && reaches(requirement, arc)) {
                arc.reopen();
                require(arc, requirement);
            }
        }
    }

    /** Activates the requirements of the literals that a closed thing is embedded in. */
    static void activate(Vertex vertex, CloseInfo.Scope scope, boolean recursive) {
        for (CloseInfo.Scope s = scope; s != null; s = s.outer()) {
            require(vertex, new Requirement(s.literal(), recursive, true, s.outer(), false));
        }
    }

    /** Takes over what the vertex above asks of everything below it. */
    static void inherit(Vertex vertex) {
        if (vertex.parent == null) {
            return;
        }
        for (Requirement requirement : vertex.parent.requirements()) {
            boolean opened = requirement.embedding() && hasEllipsis(vertex.parent, requirement);
            if (requirement.recursive() && !opened && reaches(requirement, vertex)) {
                vertex.addRequirement(requirement);
            }
        }
    }

    /**
     * Whether the group of a requirement brought a struct, or nothing at all because it leads only back to itself:
     * anything, or a type, closes nothing.
     */
    private static boolean isEffective(Vertex vertex, Requirement requirement) {
        for (Vertex.Part part : vertex.parts()) {
            if (part.close().carries(requirement.group())) {
                return true;
            }
        }
        return vertex.hollow().stream().anyMatch(c -> c.carries(requirement.group()));
    }

    private static boolean reaches(Requirement requirement, Vertex vertex) {
        boolean structured = false;
        for (Conjunct conjunct : vertex.conjuncts()) {
            if (conjunct.close().carries(requirement.group())) {
                if (opens(conjunct.expr())) {
                    return false;
                }
                structured |= !(conjunct.expr() instanceof CompiledExpr.Top);
            }
        }
        return structured;
    }

    private static boolean opens(CompiledExpr expr) {
        return expr instanceof CompiledExpr.Bound bound
                && (bound.op() == Operator.EQUAL || bound.op() == Operator.NOT_EQUAL);
    }

    /**
     * Whether a definition that a conjunct refers to need not be required: the conjunct is all that a requirement from
     * above allows here, so that both say the same.
     */
    static boolean isImplied(Vertex vertex, Conjunct reference) {
        for (Requirement requirement : vertex.requirements()) {
            if (!requirement.recursive() || requirement.scope() != null) {
                continue;
            }
            if (onlyCarrier(vertex, requirement, reference.expr())) {
                return true;
            }
        }
        return false;
    }

    private static boolean onlyCarrier(Vertex vertex, Requirement requirement, CompiledExpr expr) {
        boolean found = false;
        for (Conjunct conjunct : vertex.conjuncts()) {
            if (conjunct.close().carries(requirement.group())) {
                if (found || conjunct.expr() != expr) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    /** Whether a struct refuses fields that it does not declare. */
    static boolean isClosed(Vertex vertex) {
        return vertex.requirements().stream().anyMatch(r -> isEffective(vertex, r) && !hasEllipsis(vertex, r));
    }

    /** Whether nobody who refers to a finished struct can find more fields in it: it is closed, or a definition. */
    static boolean refusesMore(Vertex vertex) {
        if (isClosed(vertex)) {
            return true;
        }
        if (!vertex.ellipses().isEmpty() || !vertex.patterns().isEmpty()) {
            return false;
        }
        for (Vertex v = vertex; v != null && !v.label.equals(References.INLINE); v = v.parent) {
            if (v.label.isDefinition()) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasEllipsis(Vertex vertex, Requirement requirement) {
        return vertex.ellipses().stream()
                .anyMatch(e -> e.carries(requirement.group()) || (requirement.below() && requirement.isBeside(e)));
    }

    /** Finds the fields that are not allowed. */
    static void check(Vertex vertex) {
        if (vertex.requirements().isEmpty()) {
            return;
        }
        for (Vertex field : vertex.demanded()) {
            if (!field.label.isField()) {
                continue;
            }
            for (Requirement requirement : vertex.requirements()) {
                if (!requirement.allows(field)
                        && !hasEllipsis(vertex, requirement)
                        && isEffective(vertex, requirement)) {
                    field.addError(notAllowed(field));
                    break;
                }
            }
        }
    }

    private static Bottom notAllowed(Vertex field) {
        String name = field.label.text();
        Bottom bottom = field.arcType == ArcType.REQUIRED
                ? Bottom.fatal(ErrorKind.REQUIRED, field, null, "field \"" + name + "\" is required but not present")
                : Bottom.fatal(ErrorKind.CLOSED, field, null, "field \"" + name + "\" is not allowed");
        return bottom.also(field.labelPlaces());
    }

    /** Which field was meant by one that is not allowed, as a question. */
    static Optional<String> meant(Vertex field) {
        Vertex vertex = field.parent;
        List<String> known = new ArrayList<>();
        for (Vertex other : vertex == null ? List.<Vertex>of() : vertex.arcs()) {
            if (other.label.isField() && other != field && allowed(Objects.requireNonNull(vertex), other)) {
                known.add(other.label.text());
            }
        }
        return NearName.question(field.label.text(), known);
    }

    private static boolean allowed(Vertex vertex, Vertex field) {
        return vertex.requirements().stream().allMatch(r -> r.allows(field));
    }
}

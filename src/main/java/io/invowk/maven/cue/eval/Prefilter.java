// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.CompiledDecl;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.ErrorKind;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Cheap reasons for which an alternative cannot fit, so that it need not be tried. */
final class Prefilter {
    private Prefilter() {}

    /** Why an alternative cannot fit what is known of a vertex, in words for who asks; null if it must be tried. */
    static @Nullable Supplier<Bottom> refusal(Vertex partial, Conjunct alternative) {
        CompiledExpr expr = alternative.expr();
        if (excludes(partial, expr)) {
            return () -> conflict(partial, expr);
        }
        if (expr instanceof CompiledExpr.StructLiteral struct) {
            return discriminated(partial, struct);
        }
        return expr instanceof CompiledExpr.FieldReference reference
                ? discriminated(partial, alternative, reference)
                : null;
    }

    private static boolean excludes(Vertex partial, CompiledExpr alternative) {
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

    private static Bottom conflict(Vertex partial, CompiledExpr alternative) {
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

    /** The reference may stand for a definition that is told apart by the text of a field. */
    private static @Nullable Supplier<Bottom> discriminated(
            Vertex partial, Conjunct alternative, CompiledExpr.FieldReference reference) {
        Vertex target = alternative.env().up(reference.up()).vertex.arc(reference.label());
        for (Conjunct conjunct : target == null ? List.<Conjunct>of() : target.conjuncts()) {
            Supplier<Bottom> refusal = conjunct.expr() instanceof CompiledExpr.StructLiteral struct
                    ? discriminated(partial, struct)
                    : null;
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static @Nullable Supplier<Bottom> discriminated(Vertex partial, CompiledExpr.StructLiteral struct) {
        for (CompiledDecl decl : struct.decls()) {
            if (decl instanceof CompiledDecl.Field field
                    && field.arcType() == ArcType.MEMBER
                    && field.value() instanceof CompiledExpr.Literal literal
                    && literal.value() instanceof Scalar.Str wanted) {
                Supplier<Bottom> refusal = otherText(partial, field.label(), wanted, literal);
                if (refusal != null) {
                    return refusal;
                }
            }
        }
        return null;
    }

    private static @Nullable Supplier<Bottom> otherText(
            Vertex partial, FieldLabel label, Scalar.Str wanted, CompiledExpr.Literal literal) {
        Vertex field = partial.arc(label);
        if (field == null || field.arcType != ArcType.MEMBER) {
            return null;
        }
        for (Conjunct known : field.conjuncts()) {
            if (known.expr() instanceof CompiledExpr.Literal other
                    && other.value() instanceof Scalar.Str text
                    && !text.equals(wanted)) {
                return () -> Bottom.fatal(
                                ErrorKind.CONFLICT, field, null, "values " + text + " and " + wanted + " conflict")
                        .also(other.place())
                        .also(literal.place());
            }
        }
        return null;
    }
}

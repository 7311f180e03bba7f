// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.diagnostic.Span;
import java.util.List;

/**
 * {@code for} and {@code if} clauses with a body that is yielded any number of times, in a struct or in a list.
 *
 * @param clauses at least one; the first is no {@code let}
 */
public record Comprehension(Span span, List<Clause> clauses, Expr.StructLiteral body) implements Decl, ListElement {
    public Comprehension {
        clauses = List.copyOf(clauses);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.onComprehension(this);
    }
}

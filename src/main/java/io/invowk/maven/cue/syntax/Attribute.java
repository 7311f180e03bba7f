// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.diagnostic.Span;

/**
 * {@code @name(body)}: says something to tools, never changes a value.
 *
 * @param body the text between the parentheses as it was written
 */
public record Attribute(Span span, String name, String body) implements Decl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.onAttribute(this);
    }
}

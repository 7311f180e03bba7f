// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code $x} or {@code ${x...}}.
 *
 * @param name a variable's name, the number of a positional parameter, or one special character
 * @param kind what the name is
 * @param subscript which element of an array, or null
 * @param indirect whether the value names the parameter that is meant
 * @param operation what is done to the value
 */
public record ParameterExpansion(
        String name,
        Kind kind,
        @Nullable Subscript subscript,
        boolean indirect,
        ParameterOperation operation,
        Span span)
        implements WordPart {
    /** Kinds of parameters: POSIX XCU 2.5. */
    public enum Kind {
        VARIABLE,
        POSITIONAL,
        SPECIAL
    }

    /** The parameter's value as it is. */
    public static ParameterExpansion plain(String name, Span span) {
        return new ParameterExpansion(name, kindOf(name), null, false, new ParameterOperation.Value(), span);
    }

    /** What a name of this spelling is. */
    public static Kind kindOf(String name) {
        char c = name.charAt(0);
        if (Names.isStart(c)) {
            return Kind.VARIABLE;
        }
        return c >= '0' && c <= '9' && !name.equals("0") ? Kind.POSITIONAL : Kind.SPECIAL;
    }

    @Override
    public void accept(Visitor visitor) {
        visitor.onParameter(this);
    }
}

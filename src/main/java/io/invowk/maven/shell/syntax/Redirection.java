// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/**
 * A redirection.
 *
 * @param variable the variable that takes the number of a new descriptor, or null
 * @param descriptor the descriptor that is redirected, already the operator's own if none was written
 * @param target the word behind the operator; of a here-document its delimiter
 * @param document the here-document, only with its operator
 */
public record Redirection(
        Operator operator,
        @Nullable String variable,
        int descriptor,
        Word target,
        @Nullable HereDocument document,
        Span span) {
    /** Operators, and the descriptor that they redirect. */
    public enum Operator {
        READ("<", 0),
        WRITE(">", 1),
        CLOBBER(">|", 1),
        APPEND(">>", 1),
        READ_WRITE("<>", 0),
        DUPLICATE_INPUT("<&", 0),
        DUPLICATE_OUTPUT(">&", 1),
        HERE_DOCUMENT("<<", 0),
        HERE_DOCUMENT_TABS("<<-", 0),
        HERE_STRING("<<<", 0),
        WRITE_BOTH("&>", 1),
        APPEND_BOTH("&>>", 1);

        private final String text;
        private final int descriptor;

        Operator(String text, int descriptor) {
            this.text = text;
            this.descriptor = descriptor;
        }

        /** As it is written. */
        public String text() {
            return text;
        }

        /** The descriptor meant when none is written. */
        public int descriptor() {
            return descriptor;
        }
    }
}

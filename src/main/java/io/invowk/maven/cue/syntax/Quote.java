// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.diagnostic.Span;

/**
 * How one string is quoted.
 *
 * @param start the offset of the first hash or quote
 * @param mark the quote itself, double or single
 * @param count 1, or 3 for a multi-line string
 * @param hashes before the opening and after the closing quotes, and between a backslash and what it escapes
 */
record Quote(int start, char mark, int count, int hashes) {
    /** The quote that begins at an offset, with a known number of hashes there. */
    static Quote opening(String text, int start, int hashes) {
        char mark = text.charAt(start + hashes);
        Quote one = new Quote(start, mark, 1, hashes);
        boolean three = text.startsWith(String.valueOf(mark).repeat(3), start + hashes);
        // #"""# holds one quote.
        boolean multiLine = three && (hashes == 0 || !one.closesAt(text, start + hashes + 2));
        return multiLine ? new Quote(start, mark, 3, hashes) : one;
    }

    boolean isMultiLine() {
        return count == 3;
    }

    /** Whether the literal is bytes. */
    boolean isBytes() {
        return mark == '\'';
    }

    /** The number of characters of the opening quotes, and of the closing ones. */
    int length() {
        return count + hashes;
    }

    /** The opening quotes. */
    Span span() {
        return new Span(start, start + length());
    }

    /** How the closing quotes are written. */
    String closing() {
        return String.valueOf(mark).repeat(count) + "#".repeat(hashes);
    }

    /** Whether another string's closing quotes look the same. */
    boolean endsLike(Quote other) {
        return mark == other.mark && count == other.count && hashes == other.hashes;
    }

    /** Whether the closing quotes stand at an offset. */
    boolean closesAt(String text, int offset) {
        for (int i = 0; i < count; i++) {
            if (offset + i >= text.length() || text.charAt(offset + i) != mark) {
                return false;
            }
        }
        return hasHashes(text, offset + count);
    }

    /** Whether an escape begins at an offset. */
    boolean escapesAt(String text, int offset) {
        return text.charAt(offset) == '\\' && hasHashes(text, offset + 1);
    }

    /** The number of characters before what is escaped. */
    int escapeLength() {
        return 1 + hashes;
    }

    private boolean hasHashes(String text, int offset) {
        for (int i = 0; i < hashes; i++) {
            if (offset + i >= text.length() || text.charAt(offset + i) != '#') {
                return false;
            }
        }
        return true;
    }
}

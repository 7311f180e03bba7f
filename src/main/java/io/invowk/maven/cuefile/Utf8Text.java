// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cuefile;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The bytes of a file as text. A byte order mark at the start is not part of it.
 *
 * @param text with U+FFFD for what is no UTF-8
 * @param problem the first byte that is no UTF-8, if any
 */
record Utf8Text(SourceText text, Optional<Diagnostic> problem) {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    static Utf8Text of(String name, byte[] bytes) {
        String all = new String(bytes, StandardCharsets.UTF_8);
        boolean marked = all.startsWith(BYTE_ORDER_MARK);
        SourceText text = new SourceText(name, marked ? all.substring(1) : all);
        int bad = firstMalformed(bytes);
        if (bad < 0) {
            return new Utf8Text(text, Optional.empty());
        }
        int start = marked ? bad - 1 : bad;
        Place place = new Place(text, new Span(start, start + 1));
        return new Utf8Text(
                text, Optional.of(Diagnostic.at(place, "the file is not UTF-8").help("save it as UTF-8")));
    }

    /** The offset in chars of the first malformed byte, -1 if there is none. */
    private static int firstMalformed(byte[] bytes) {
        if (isWide(bytes)) {
            return 0;
        }
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), chars, true);
        return result.isMalformed() ? chars.position() : -1;
    }

    /** Whether the text is UTF-16 or UTF-32 without a byte order mark: each of its first characters has a byte that is zero. */
    private static boolean isWide(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 4); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }
}

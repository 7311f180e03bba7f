// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.util.Locale;

/** Text made safe for a place in another language. */
final class TemplateEscapes {
    private TemplateEscapes() {}

    static String html(String text) {
        return HtmlPackage.escape(text).replace("\0", "\ufffd");
    }

    /** For the inside of a string of JavaScript. */
    static String script(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(rune -> {
            if (rune == '\\' || rune == '\'' || rune == '"') {
                out.append('\\').appendCodePoint(rune);
            } else if (rune < 0x20 || "<>&=".indexOf(rune) >= 0 || (rune >= 0x80 && !QuotedString.isPrintable(rune))) {
                out.append(String.format(Locale.ROOT, "\\u%04X", rune));
            } else {
                out.appendCodePoint(rune);
            }
        });
        return out.toString();
    }
}

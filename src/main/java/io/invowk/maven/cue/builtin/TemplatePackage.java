// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.ANY;
import static io.invowk.maven.cue.builtin.Parameter.STRING;

/** The package {@code text/template}. */
final class TemplatePackage extends StandardPackage {
    TemplatePackage() {
        function("Execute", a -> a.make().of(Template.execute(a.string(0), a.value(1))), STRING, ANY);
        function("HTMLEscape", a -> a.make().of(HtmlPackage.escape(a.string(0)).replace("\0", "\ufffd")), STRING);
        function("JSEscape", a -> a.make().of(scriptEscape(a.string(0))), STRING);
    }

    private static String scriptEscape(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(rune -> {
            if (rune == '\\' || rune == '\'' || rune == '"') {
                out.append('\\').appendCodePoint(rune);
            } else if (rune < 0x20 || "<>&=".indexOf(rune) >= 0 || (rune >= 0x80 && !QuotedString.isPrintable(rune))) {
                out.append(String.format(java.util.Locale.ROOT, "\\u%04X", rune));
            } else {
                out.appendCodePoint(rune);
            }
        });
        return out.toString();
    }
}

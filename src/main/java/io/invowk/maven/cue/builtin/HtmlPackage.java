// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.STRING;

/** The package {@code html}. */
final class HtmlPackage extends StandardPackage {
    HtmlPackage() {
        function("Escape", a -> a.make().of(escape(a.string(0))), STRING);
        function("Unescape", a -> a.make().of(HtmlText.unescape(a.string(0))), STRING);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("'", "&#39;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;");
    }
}

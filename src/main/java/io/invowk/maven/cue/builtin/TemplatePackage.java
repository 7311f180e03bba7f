// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.ANY;
import static io.invowk.maven.cue.builtin.Parameter.STRING;

/** The package {@code text/template}. */
final class TemplatePackage extends StandardPackage {
    TemplatePackage() {
        function("Execute", a -> a.make().of(Template.execute(a.string(0), a.value(1))), STRING, ANY);
        function("HTMLEscape", a -> a.make().of(TemplateEscapes.html(a.string(0))), STRING);
        function("JSEscape", a -> a.make().of(TemplateEscapes.script(a.string(0))), STRING);
    }
}

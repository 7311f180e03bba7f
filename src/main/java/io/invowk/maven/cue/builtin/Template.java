// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Value;

/** Templates of Go: text with actions in double braces. */
final class Template {
    private Template() {}

    static String execute(String template, Value data) {
        TemplateSource source = new TemplateSource(template);
        TemplateParser.Parsed parsed = TemplateParser.parse(source);
        return TemplateRun.execute(
                source, parsed, data instanceof Value.Null ? TemplateDatum.MISSING : TemplateDatum.of(data));
    }
}

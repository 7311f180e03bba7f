// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Value;

/** Templates of text with actions in double braces; a text without actions stands for itself. */
final class Template {
    private Template() {}

    static String execute(String template, Value data) {
        if (template.contains("{{")) {
            throw CallException.unsupported("an action in a template");
        }
        return template;
    }
}

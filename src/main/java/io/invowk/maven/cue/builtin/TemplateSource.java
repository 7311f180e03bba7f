// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

/** The text of a template, for the places in it. */
record TemplateSource(String text) {
    CallException problem(int offset, String message) {
        return problem(offset, new CallException(message));
    }

    /** The same with its place; line and column count from 1, in code points. */
    CallException problem(int offset, CallException of) {
        String before = text.substring(0, offset);
        int start = before.lastIndexOf('\n') + 1;
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.codePointCount(start, before.length()) + 1;
        return of.at("line " + line + ", column " + column + " of the template");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

/** A text that grows up to a limit. */
final class TemplateOutput {
    static final int MAX_SIZE = 10_000_000;

    private final StringBuilder text = new StringBuilder();

    TemplateOutput append(String more) {
        if (text.length() + more.length() > MAX_SIZE) {
            throw CallException.arithmetic("the text is longer than " + MAX_SIZE + " characters");
        }
        text.append(more);
        return this;
    }

    int length() {
        return text.length();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

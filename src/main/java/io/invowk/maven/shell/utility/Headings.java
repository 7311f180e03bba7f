// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

/** The headings of {@code head} and {@code tail}. */
final class Headings {
    private final UtilityOutput output;
    private final boolean shown;
    private boolean first = true;

    Headings(Options options) {
        String last = options.last("q", "v");
        this.output = options.call().output();
        this.shown = last.equals("v") || (last.isEmpty() && options.operands().size() > 1);
    }

    void print(String operand) {
        if (shown) {
            output.line((first ? "" : "\n") + "==> " + (operand.equals("-") ? "standard input" : operand) + " <==");
            first = false;
        }
    }
}

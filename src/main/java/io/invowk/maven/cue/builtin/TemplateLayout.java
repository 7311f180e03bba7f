// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

/**
 * How a verb of a format lays out a value.
 *
 * @param flags those of {@code +-# 0} that are given
 * @param width least number of characters, 0 without
 * @param precision -1 without
 */
record TemplateLayout(String flags, int width, int precision) {
    static final TemplateLayout PLAIN = new TemplateLayout("", 0, -1);

    boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }

    TemplateLayout without(char flag) {
        return new TemplateLayout(flags.replace(String.valueOf(flag), ""), width, precision);
    }

    boolean zeros() {
        return has('0') && !has('-');
    }

    /** A text, filled up to the width. */
    String pad(String text) {
        String fill = (zeros() ? "0" : " ").repeat(Math.max(0, width - text.codePointCount(0, text.length())));
        return has('-') ? text + fill : fill + text;
    }

    /** A number, filled up to the width; zeros stand behind its sign. */
    String padNumber(String sign, String digits) {
        if (zeros()) {
            return sign + "0".repeat(Math.max(0, width - sign.length() - digits.length())) + digits;
        }
        return pad(sign + digits);
    }

    /** What stands before a number. */
    String sign(boolean negative) {
        return negative ? "-" : has('+') ? "+" : has(' ') ? " " : "";
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.text;

/** Characters as people count them. */
public final class CodePoints {
    private CodePoints() {}

    /** How many characters a text has. */
    public static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The characters from one to another, counted from 0; both are within the text. */
    public static String slice(String text, int start, int end) {
        int from = text.offsetByCodePoints(0, start);
        return text.substring(from, text.offsetByCodePoints(from, end - start));
    }
}

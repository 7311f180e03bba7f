// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

/** White space as the patterns of the schema know it: space, tab, LF, FF and CR; all else is visible. */
final class VisibleText {
    private VisibleText() {}

    /** The offset of the first visible character, the length of the text if it is blank. */
    static int start(String text) {
        int i = 0;
        while (i < text.length() && " \t\n\f\r".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}

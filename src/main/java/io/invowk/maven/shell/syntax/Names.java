// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

/** Names of variables: POSIX XBD 3.216; and the special parameters: XCU 2.5.2. */
public final class Names {
    private Names() {}

    /** Whether a name may begin with it. */
    public static boolean isStart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    /** Whether it may stand in a name. */
    public static boolean isPart(int c) {
        return isStart(c) || (c >= '0' && c <= '9');
    }

    /** Whether it is a special parameter, for example the question mark. */
    static boolean isSpecialParameter(int c) {
        return c >= 0 && "@*#?-$!0".indexOf(c) >= 0;
    }

    /** Whether a text is a name. */
    public static boolean isName(String text) {
        return !text.isEmpty() && isStart(text.charAt(0)) && end(text, 0) == text.length();
    }

    /** Where the name that begins at an offset ends; the offset itself if there is none. */
    public static int end(String text, int start) {
        int at = start;
        if (at < text.length() && isStart(text.charAt(at))) {
            do {
                at++;
            } while (at < text.length() && isPart(text.charAt(at)));
        }
        return at;
    }
}

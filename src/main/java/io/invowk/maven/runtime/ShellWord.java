// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

/** Texts in scripts for any POSIX shell that this program writes. */
public final class ShellWord {
    private ShellWord() {}

    /** A text as one word of a shell, whatever it holds. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile;

import io.invowk.maven.diagnostic.Place;
import java.util.Locale;
import java.util.Set;

/**
 * The {@code script} of an implementation.
 *
 * @param text as written: shell text, or the path of a file
 */
public record Script(String text, Place origin) {
    private static final Set<String> EXTENSIONS =
            Set.of(".sh", ".bash", ".ps1", ".bat", ".cmd", ".py", ".rb", ".pl", ".zsh", ".fish");

    /**
     * Whether the text names a file: one word without white space that starts with {@code ./}, {@code ../} or
     * {@code /}, or that has a known extension.
     */
    public boolean isFile() {
        String word = text.strip();
        for (int i = 0; i < word.length(); i++) {
            if (Character.isWhitespace(word.charAt(i))) {
                return false;
            }
        }
        return word.startsWith("./") || word.startsWith("../") || word.startsWith("/") || hasExtension(word);
    }

    private static boolean hasExtension(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (String extension : EXTENSIONS) {
            if (lower.endsWith(extension)) {
                return true;
            }
        }
        return false;
    }
}

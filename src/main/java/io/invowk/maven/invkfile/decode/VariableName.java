// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cuefile.TextRule;
import io.invowk.maven.diagnostic.Quoted;
import java.util.Optional;

/** The name of an environment variable: ASCII letters, digits and {@code _}, no digit first. */
final class VariableName implements TextRule {
    /** What such a name looks like, in words. */
    static final String FORM = "a letter or \"_\", then letters, digits and \"_\"";

    @Override
    public Optional<String> problem(String name) {
        boolean right = !name.isEmpty() && !isDigit(name.charAt(0));
        for (int i = 0; i < name.length() && right; i++) {
            right = isLetter(name.charAt(i)) || isDigit(name.charAt(i));
        }
        return right ? Optional.empty() : Optional.of(Quoted.of(name) + " is no name of a variable");
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

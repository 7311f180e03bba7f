// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.diagnostic.Quoted;
import java.util.Optional;

/** Characters with a meaning to a shell; images, volumes and ports never need them and may not have them. */
final class ShellCharacters {
    private static final String FORBIDDEN = ";&|`$(){}[]<>\\'\"\n\r\t";

    private ShellCharacters() {}

    /** Says which forbidden character a text has, if any. */
    static Optional<String> found(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (FORBIDDEN.indexOf(c) >= 0) {
                return Optional.of("has the character " + Quoted.of(String.valueOf(c)));
            }
        }
        return Optional.empty();
    }
}

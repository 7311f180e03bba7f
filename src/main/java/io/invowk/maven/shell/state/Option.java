// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.state;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Options of {@code set}, and of {@code shopt}. */
public enum Option {
    ALLEXPORT('a', true),
    NOCLOBBER('C', true),
    ERREXIT('e', true),
    NOGLOB('f', true),
    HASHALL('h', true),
    NOEXEC('n', true),
    NOUNSET('u', true),
    VERBOSE('v', true),
    XTRACE('x', true),
    PIPEFAIL('\0', true),
    /** This and those up to {@code vi} are about job control and prompts: without effect in a script. */
    NOTIFY('b', true),
    EMACS('\0', true),
    IGNOREEOF('\0', true),
    NOLOG('\0', true),
    POSIX('\0', true),
    VI('\0', true),
    ERRTRACE('E', true),
    DOTGLOB('\0', false),
    EXPAND_ALIASES('\0', false),
    EXTGLOB('\0', false),
    FAILGLOB('\0', false),
    GLOBSTAR('\0', false),
    INHERIT_ERREXIT('\0', false),
    LASTPIPE('\0', false),
    NOCASEGLOB('\0', false),
    NOCASEMATCH('\0', false),
    NULLGLOB('\0', false),
    SOURCEPATH('\0', false),
    XPG_ECHO('\0', false);

    private final char letter;
    private final boolean ofSet;

    Option(char letter, boolean ofSet) {
        this.letter = letter;
        this.ofSet = ofSet;
    }

    /** Its letter, or the null character. */
    public char letter() {
        return letter;
    }

    /** Whether {@code set -o} has it; else {@code shopt}. */
    public boolean isOfSet() {
        return ofSet;
    }

    /** As users write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The option of {@code set} with a letter. */
    public static Optional<Option> ofLetter(char letter) {
        return Arrays.stream(values())
                .filter(option -> option.letter == letter && letter != '\0')
                .findFirst();
    }

    /** The option with a name, of {@code set} or of {@code shopt}. */
    public static Optional<Option> named(String label, boolean ofSet) {
        return Arrays.stream(values())
                .filter(option -> option.ofSet == ofSet && option.label().equals(label))
                .findFirst();
    }
}

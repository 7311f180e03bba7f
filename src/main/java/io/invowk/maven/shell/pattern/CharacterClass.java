// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.pattern;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Classes of characters: POSIX XBD 7.3.1; beyond ASCII as Unicode has them. */
@SuppressWarnings("ImmutableEnumChecker") // the predicates have no state
enum CharacterClass {
    ALNUM(Character::isLetterOrDigit),
    ALPHA(Character::isLetter),
    BLANK(c -> c == ' ' || c == '\t'),
    CNTRL(Character::isISOControl),
    DIGIT(c -> c >= '0' && c <= '9'),
    GRAPH(c -> isPrintable(c) && !Character.isSpaceChar(c)),
    LOWER(Character::isLowerCase),
    PRINT(CharacterClass::isPrintable),
    PUNCT(c -> isPrintable(c) && !Character.isSpaceChar(c) && !Character.isLetterOrDigit(c)),
    SPACE(c -> Character.isWhitespace(c) && c != 0x1c && c != 0x1d && c != 0x1e && c != 0x1f),
    UPPER(Character::isUpperCase),
    WORD(c -> Character.isLetterOrDigit(c) || c == '_'),
    XDIGIT(c -> c < 0x80 && Character.digit(c, 16) >= 0);

    private final IntPredicate members;

    CharacterClass(IntPredicate members) {
        this.members = members;
    }

    private static boolean isPrintable(int c) {
        return !Character.isISOControl(c) && Character.isDefined(c) && !(c >= 0xd800 && c <= 0xdfff);
    }

    boolean contains(int c) {
        return members.test(c);
    }

    /** The class with a name in lower case. */
    static Optional<CharacterClass> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}

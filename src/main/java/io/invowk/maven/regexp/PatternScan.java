// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.regexp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * What RE2 refuses and the library takes, or takes only to run out of stack: nested counts over 1000 in all, groups over
 * 1000 deep, a closing parenthesis too many, an escaped character beyond ASCII. One pass over the text; anything else
 * that is wrong is left to the library.
 */
final class PatternScan {
    static final int MAX_REPEAT = 1000;
    static final int MAX_DEPTH = 1000;
    private static final java.util.regex.Pattern COUNT =
            java.util.regex.Pattern.compile("\\{([0-9]{1,4})(,([0-9]{0,4}))?\\}");

    private final String pattern;
    private final Matcher count;
    /** For each open group the largest product of counts in it so far. */
    private final Deque<Integer> groups = new ArrayDeque<>();

    private int at;
    private int inGroup = 1;
    private int inAtom = 1;

    PatternScan(String pattern) {
        this.pattern = pattern;
        this.count = COUNT.matcher(pattern);
    }

    /** The first problem, in a few words. */
    Optional<String> problem() {
        while (at < pattern.length()) {
            Optional<String> problem = step();
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private Optional<String> step() {
        char c = pattern.charAt(at);
        return switch (c) {
            case '\\' -> escapedAtom();
            case '[' -> characterClass();
            case '(' -> open();
            case ')' -> close();
            case '{' -> repeat();
            case '*', '+', '?' -> skip();
            default -> atom();
        };
    }

    private Optional<String> skip() {
        at++;
        return Optional.empty();
    }

    private Optional<String> atom() {
        inAtom = 1;
        return skip();
    }

    private Optional<String> escapedAtom() {
        inAtom = 1;
        return escape();
    }

    private Optional<String> open() {
        groups.push(inGroup);
        inGroup = 1;
        at++;
        return groups.size() > MAX_DEPTH ? Optional.of("groups nest too deep") : Optional.empty();
    }

    private Optional<String> close() {
        if (groups.isEmpty()) {
            return Optional.of("unexpected )");
        }
        inAtom = inGroup;
        inGroup = Math.max(groups.pop(), inAtom);
        at++;
        return Optional.empty();
    }

    private Optional<String> repeat() {
        if (!count.region(at, pattern.length()).lookingAt()) {
            return atom();
        }
        String max = count.group(2) == null || count.group(3).isEmpty() ? count.group(1) : count.group(3);
        inAtom *= Math.max(1, Integer.parseInt(max));
        inGroup = Math.max(inGroup, inAtom);
        at = count.end();
        return inAtom > MAX_REPEAT ? Optional.of("repeat counts are too large") : Optional.empty();
    }

    /** Steps over an escape: one character, a braced number or class, or quoted text. */
    private Optional<String> escape() {
        at++;
        if (at == pattern.length()) {
            return Optional.empty();
        }
        char c = pattern.charAt(at);
        at++;
        if (c > 0x7f) {
            return Optional.of("invalid escape sequence");
        }
        if (c == 'Q') {
            stepTo("\\E");
        } else if ((c == 'p' || c == 'P' || c == 'x') && pattern.startsWith("{", at)) {
            stepTo("}");
        }
        return Optional.empty();
    }

    private Optional<String> characterClass() {
        inAtom = 1;
        at++;
        if (pattern.startsWith("^", at)) {
            at++;
        }
        for (boolean first = true; at < pattern.length(); first = false) {
            char c = pattern.charAt(at);
            if (c == ']' && !first) {
                at++;
                break;
            }
            if (c == '\\') {
                Optional<String> problem = escape();
                if (problem.isPresent()) {
                    return problem;
                }
            } else if (pattern.startsWith("[:", at) && pattern.indexOf(":]", at) >= 0) {
                stepTo(":]");
            } else {
                at++;
            }
        }
        return Optional.empty();
    }

    private void stepTo(String end) {
        int found = pattern.indexOf(end, at);
        at = found < 0 ? pattern.length() : found + end.length();
    }
}

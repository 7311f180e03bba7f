// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cuefile.TextRule;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.regexp.InvalidRegexpException;
import io.invowk.maven.regexp.Regexp;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that a user may give: RE2, not too long, not too deep, and none of the forms that run for ever elsewhere.
 *
 * <p>The tests for such forms look at the text only and know neither escapes nor character classes, so that they refuse
 * exactly the patterns that other implementations of invkfiles refuse.
 */
final class RegexpRule implements TextRule {
    static final int MAX_BYTES = 1000;
    static final int MAX_DEPTH = 10;
    static final int MAX_QUANTIFIERS = 20;

    private static final Pattern COUNT = Pattern.compile("\\{[0-9,]+\\}");
    private static final String META = ".*+?[](){}|^$\\";

    @Override
    public Optional<String> problem(String pattern) {
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        return tooLong(pattern)
                .or(() -> nestedQuantifier(pattern))
                .or(() -> overlappingAlternation(pattern))
                .or(() -> tooDeep(pattern))
                .or(() -> tooManyQuantifiers(pattern))
                .or(() -> notCompilable(pattern));
    }

    private static Optional<String> notCompilable(String pattern) {
        try {
            Regexp.compile(pattern);
            return Optional.empty();
        } catch (InvalidRegexpException e) {
            return Optional.of("pattern " + Quoted.of(pattern) + " is no RE2 pattern: " + e.getMessage());
        }
    }

    private static Optional<String> tooLong(String pattern) {
        int bytes = pattern.getBytes(StandardCharsets.UTF_8).length;
        return bytes <= MAX_BYTES
                ? Optional.empty()
                : Optional.of("pattern has " + bytes + " bytes, more than " + MAX_BYTES);
    }

    private static Optional<String> nestedQuantifier(String pattern) {
        return groups(pattern).stream()
                .filter(group -> group.isRepeatedBy("+*?{") && (group.holds('+') || group.holds('*')))
                .findFirst()
                .map(group -> "pattern repeats a group that repeats something: " + Quoted.of(group.text()));
    }

    private static Optional<String> overlappingAlternation(String pattern) {
        return groups(pattern).stream()
                .filter(group -> group.isRepeatedBy("+*") && overlap(alternatives(group.inner())))
                .findFirst()
                .map(group -> "pattern repeats a group whose alternatives begin alike: " + Quoted.of(group.text()));
    }

    /** What looks like a group: from the first {@code (} after the last {@code )} to the next {@code )}. */
    private static List<Group> groups(String pattern) {
        List<Group> groups = new ArrayList<>();
        int start = 0;
        for (int end = pattern.indexOf(')'); end >= 0; end = pattern.indexOf(')', start)) {
            int open = pattern.indexOf('(', start);
            if (open >= 0 && open < end) {
                groups.add(new Group(
                        pattern.substring(open + 1, end),
                        pattern.substring(end + 1, Math.min(end + 2, pattern.length()))));
            }
            start = end + 1;
        }
        return groups;
    }

    private static List<String> alternatives(String group) {
        List<String> alternatives = new ArrayList<>();
        for (String alternative : group.split("\\|", -1)) {
            String text = alternative.strip();
            if (!text.isEmpty()) {
                alternatives.add(text);
            }
        }
        return alternatives;
    }

    private static boolean overlap(List<String> alternatives) {
        for (int i = 0; i < alternatives.size(); i++) {
            for (int j = i + 1; j < alternatives.size(); j++) {
                if (beginAlike(alternatives.get(i), alternatives.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean beginAlike(String a, String b) {
        if (a.startsWith(b) || b.startsWith(a)) {
            return true;
        }
        byte first = a.getBytes(StandardCharsets.UTF_8)[0];
        return first == b.getBytes(StandardCharsets.UTF_8)[0] && META.indexOf(first) < 0;
    }

    private static Optional<String> tooDeep(String pattern) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> i++;
                case '(' -> deepest = Math.max(deepest, ++depth);
                case ')' -> depth--;
                default -> {}
            }
        }
        return deepest <= MAX_DEPTH
                ? Optional.empty()
                : Optional.of("pattern has groups " + deepest + " deep, more than " + MAX_DEPTH);
    }

    private static Optional<String> tooManyQuantifiers(String pattern) {
        int count = 0;
        boolean inClass = false;
        Matcher counted = COUNT.matcher(pattern);
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> i++;
                case '[' -> inClass = true;
                case ']' -> inClass = false;
                case '*', '+', '?' -> count += inClass ? 0 : 1;
                case '{' ->
                    count += !inClass && counted.region(i, pattern.length()).lookingAt() ? 1 : 0;
                default -> {}
            }
        }
        return count <= MAX_QUANTIFIERS
                ? Optional.empty()
                : Optional.of("pattern has " + count + " quantifiers, more than " + MAX_QUANTIFIERS);
    }

    /**
     * A text in parentheses.
     *
     * @param next the character that follows, empty at the end of the pattern
     */
    private record Group(String inner, String next) {
        boolean isRepeatedBy(String quantifiers) {
            return !next.isEmpty() && quantifiers.contains(next);
        }

        boolean holds(char quantifier) {
            return inner.indexOf(quantifier) >= 0;
        }

        String text() {
            return "(" + inner + ")" + next;
        }
    }
}

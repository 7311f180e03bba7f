// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.regexp;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One compiled RE2 pattern: linear time, no back-references, no look-around; immutable. */
public final class Regexp {
    private final Pattern pattern;

    private Regexp(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles a pattern.
     *
     * @throws InvalidRegexpException if RE2 refuses it, or {@code \C}, which matches a single byte
     */
    public static Regexp compile(String pattern) throws InvalidRegexpException {
        Optional<String> problem = new PatternScan(pattern).problem();
        if (problem.isPresent()) {
            throw new InvalidRegexpException(problem.get());
        }
        try {
            return new Regexp(Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            throw new InvalidRegexpException(e.getDescription());
        }
    }

    /**
     * Compiles an extended regular expression of POSIX: of all matches the longest counts.
     *
     * @throws InvalidRegexpException if it is none
     */
    public static Regexp compilePosix(String pattern, boolean ignoreCase) throws InvalidRegexpException {
        String translated = BracketText.translate(pattern);
        Optional<String> problem = new PatternScan(translated).problem();
        if (problem.isPresent()) {
            throw new InvalidRegexpException(problem.get());
        }
        int flags = Pattern.LONGEST_MATCH | Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
        try {
            return new Regexp(Pattern.compile(translated, flags));
        } catch (PatternSyntaxException e) {
            throw new InvalidRegexpException(e.getDescription());
        }
    }

    /**
     * Compiles a pattern that is known to be valid.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static Regexp of(String pattern) {
        try {
            return compile(pattern);
        } catch (InvalidRegexpException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Whether the pattern matches anywhere in the text; {@code ^} and {@code $} are the ends of the text. */
    public boolean find(String text) {
        return pattern.matcher(text).find();
    }

    /**
     * The matches in a text, from the left, none in another; an empty one right behind another does not count.
     *
     * @param limit how many at most; negative for all
     */
    public List<Match> matches(String text, int limit) {
        List<Match> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        int last = -1;
        while (found.size() != limit && matcher.find()) {
            if (matcher.end() == matcher.start() && matcher.start() == last) {
                continue;
            }
            last = matcher.end();
            List<String> groups = new ArrayList<>();
            for (int i = 0; i <= matcher.groupCount(); i++) {
                String group = matcher.group(i);
                groups.add(group == null ? "" : group);
            }
            found.add(new Match(matcher.start(), matcher.end(), groups));
        }
        return found;
    }

    /** The numbers of the named groups, in the order of the groups. */
    public Map<String, Integer> names() {
        Map<String, Integer> names = new LinkedHashMap<>();
        pattern.namedGroups().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }
}

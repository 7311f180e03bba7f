// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.INT;
import static io.invowk.maven.cue.builtin.Parameter.STRING;

import io.invowk.maven.cue.value.Value;
import io.invowk.maven.regexp.InvalidRegexpException;
import io.invowk.maven.regexp.Match;
import io.invowk.maven.regexp.Regexp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The package {@code regexp}. */
final class RegexpPackage extends StandardPackage {
    private static final String META = "\\.+*?()|[]{}^$";

    RegexpPackage() {
        check("Match", a -> compile(a).find(a.string(1)), STRING, STRING);
        check("Valid", RegexpPackage::valid, STRING);
        function("Find", a -> a.make().of(first(a).text()), STRING, STRING);
        function("FindAll", a -> a.make().list(each(a, m -> a.make().of(m.text()))), STRING, STRING, INT);
        function("FindSubmatch", a -> a.make().strings(first(a).groups()), STRING, STRING);
        function(
                "FindAllSubmatch", a -> a.make().list(each(a, m -> a.make().strings(m.groups()))), STRING, STRING, INT);
        function("FindNamedSubmatch", a -> named(a, first(a)), STRING, STRING);
        function("FindAllNamedSubmatch", a -> a.make().list(each(a, m -> named(a, m))), STRING, STRING, INT);
        function("ReplaceAll", RegexpPackage::replace, STRING, STRING, STRING);
        function("ReplaceAllLiteral", RegexpPackage::replaceLiteral, STRING, STRING, STRING);
        function("QuoteMeta", a -> a.make().of(quoted(a.string(0))), STRING);
    }

    /** Makes a value of one match. */
    private interface Content {
        Value of(Match match);
    }

    private static Regexp compile(Arguments a) {
        try {
            return Regexp.compile(a.string(0));
        } catch (InvalidRegexpException e) {
            throw new CallException("invalid regular expression: " + e.getMessage());
        }
    }

    private static boolean valid(Arguments a) {
        compile(a);
        return true;
    }

    private static Match first(Arguments a) {
        List<Match> found = compile(a).matches(a.string(1), 1);
        if (found.isEmpty()) {
            throw new CallException("no match");
        }
        return found.get(0);
    }

    private static List<Value> each(Arguments a, Content content) {
        List<Value> values = new ArrayList<>();
        for (Match match : compile(a).matches(a.string(1), a.small(2))) {
            values.add(content.of(match));
        }
        if (values.isEmpty()) {
            throw new CallException("no match");
        }
        return values;
    }

    private static Value named(Arguments a, Match match) {
        Map<String, Integer> names = compile(a).names();
        if (names.isEmpty()) {
            throw new CallException("the pattern has no named groups");
        }
        Map<String, Value> fields = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> name : names.entrySet()) {
            fields.put(name.getKey(), a.make().of(match.groups().get(name.getValue())));
        }
        return a.make().struct(fields);
    }

    private static Value replace(Arguments a) {
        Regexp regexp = compile(a);
        Map<String, Integer> names = regexp.names();
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (Match match : regexp.matches(a.string(1), -1)) {
            out.append(a.string(1), from, match.start());
            expand(a.string(2), match, names, out);
            from = match.end();
        }
        return a.make().of(out.append(a.string(1).substring(from)).toString());
    }

    private static Value replaceLiteral(Arguments a) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (Match match : compile(a).matches(a.string(1), -1)) {
            out.append(a.string(1), from, match.start()).append(a.string(2));
            from = match.end();
        }
        return a.make().of(out.append(a.string(1).substring(from)).toString());
    }

    /** Puts groups in for {@code $1}, {@code $name}, <code>${name}</code>; {@code $$} is a dollar. */
    private static void expand(String template, Match match, Map<String, Integer> names, StringBuilder out) {
        int i = 0;
        while (i < template.length()) {
            char c = template.charAt(i);
            if (c != '$') {
                out.append(c);
                i++;
                continue;
            }
            if (template.startsWith("$$", i)) {
                out.append('$');
                i += 2;
                continue;
            }
            boolean braces = template.startsWith("${", i);
            int start = braces ? i + 2 : i + 1;
            int end = start;
            while (end < template.length() && isName(template.charAt(end))) {
                end++;
            }
            if (end == start || (braces && !template.startsWith("}", end))) {
                out.append('$');
                i++;
                continue;
            }
            out.append(group(template.substring(start, end), match, names));
            i = braces ? end + 1 : end;
        }
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static String group(String name, Match match, Map<String, Integer> names) {
        Integer number = names.get(name);
        if (number == null && name.chars().allMatch(c -> c >= '0' && c <= '9') && name.length() < 10) {
            number = Integer.valueOf(name);
        }
        return number == null || number >= match.groups().size()
                ? ""
                : match.groups().get(number);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (META.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }
}

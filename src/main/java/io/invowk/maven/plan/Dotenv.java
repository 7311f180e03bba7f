// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of a dotenv file: one {@code NAME=VALUE} a line, nothing is expanded, no value goes over several lines.
 *
 * <ul>
 *   <li>Blanks around lines, names and values are none of them; empty lines and those that start with {@code #} say nothing.
 *   <li>{@code export} and one space may stand in front.
 *   <li>A value in double quotes may hold {@code \n \r \t \\ \" \$}; one in single quotes is taken as it is.
 *   <li>Without quotes a value ends before a space and {@code #}.
 *   <li>Of a name that repeats the last value counts. A byte order mark is skipped.
 * </ul>
 *
 * @param variables in file order
 * @param problems what is wrong, each with its line; none holds a part of the file, which may be a secret
 */
record Dotenv(Map<String, String> variables, List<Problem> problems) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String EXPORT = "export ";

    /**
     * Something wrong in one line.
     *
     * @param line its number, from 1
     */
    record Problem(int line, String text) {}

    static Dotenv parse(String text) {
        Dotenv file = new Dotenv(new LinkedHashMap<>(), new ArrayList<>());
        String[] lines = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            file.read(i + 1, trim(lines[i]));
        }
        return file;
    }

    private void read(int number, String trimmed) {
        if (trimmed.isEmpty() || trimmed.startsWith("#")) {
            return;
        }
        String line = trimmed.startsWith(EXPORT) ? trim(trimmed.substring(EXPORT.length())) : trimmed;
        int equals = line.indexOf('=');
        if (equals < 0) {
            problems.add(new Problem(number, "no \"=\" after the name of a variable"));
            return;
        }
        String name = trim(line.substring(0, equals));
        if (name.isEmpty()) {
            problems.add(new Problem(number, "no name before \"=\""));
            return;
        }
        String value = trim(line.substring(equals + 1));
        if (value.startsWith("\"") || value.startsWith("'")) {
            String quote = value.substring(0, 1);
            if (value.length() < 2 || !value.endsWith(quote)) {
                problems.add(
                        new Problem(number, "the value does not end with the quote " + quote + " that it starts with"));
                return;
            }
            String inside = value.substring(1, value.length() - 1);
            variables.put(name, quote.equals("\"") ? unescaped(inside) : inside);
        } else {
            int comment = value.indexOf(" #");
            variables.put(name, comment < 0 ? value : trim(value.substring(0, comment)));
        }
    }

    private static String unescaped(String inside) {
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (c != '\\' || i + 1 == inside.length()) {
                value.append(c);
                continue;
            }
            char escaped = inside.charAt(++i);
            switch (escaped) {
                case 'n' -> value.append('\n');
                case 'r' -> value.append('\r');
                case 't' -> value.append('\t');
                case '\\', '"', '$' -> value.append(escaped);
                default -> value.append(c).append(escaped);
            }
        }
        return value.toString();
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Unicode's property White_Space. */
    private static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
    }
}

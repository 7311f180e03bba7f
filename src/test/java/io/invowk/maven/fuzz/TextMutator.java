// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes new texts of old ones: tokens are left out, doubled, moved and replaced by tokens of other texts; characters are
 * damaged. The same number gives the same text.
 */
final class TextMutator {
    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}_#$][\\p{L}\\p{N}_#$]*|[0-9][0-9a-zA-Z_.]*|\\s+|[&|=!<>]{1,2}|\\.{3}|[^\\s]");
    private static final List<String> SIGNS = List.of(
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            "\"",
            "'",
            "\"\"\"",
            "#",
            "\\",
            "\\(",
            ":",
            ",",
            ".",
            "...",
            "?",
            "!",
            "=",
            "*",
            "&",
            "|",
            "<",
            ">",
            "=~",
            "!~",
            "!=",
            "@",
            "~",
            "_|_",
            "_",
            "\n",
            "\0",
            "\uFEFF",
            "\uD800",
            "\u2028",
            "é",
            "for x in ",
            "if ",
            "let y = ",
            "import \"strings\"\n",
            "#D",
            "_h",
            "close(",
            "len(",
            "1e9",
            "0x1",
            "1.5Ki",
            "null",
            "-",
            "+",
            "/");
    private static final int MAX_LENGTH = 4_000;

    private final List<List<String>> seeds = new ArrayList<>();
    private final Random random = new Random();

    TextMutator(List<String> seeds) {
        for (String seed : seeds) {
            this.seeds.add(tokens(seed));
        }
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    /** The text with a number. */
    String text(long number) {
        random.setSeed(number);
        List<String> text = new ArrayList<>(any(seeds));
        for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
            change(text);
        }
        String joined = String.join("", text);
        return joined.length() > MAX_LENGTH ? joined.substring(0, MAX_LENGTH) : joined;
    }

    private void change(List<String> text) {
        int at = text.isEmpty() ? 0 : random.nextInt(text.size());
        int end = Math.min(text.size(), at + 1 + random.nextInt(6));
        List<String> range = text.subList(at, end);
        switch (random.nextInt(8)) {
            case 0 -> range.clear();
            case 1 -> text.addAll(at, List.copyOf(range));
            case 2 -> {
                List<String> moved = List.copyOf(range);
                range.clear();
                text.addAll(text.isEmpty() ? 0 : random.nextInt(text.size()), moved);
            }
            case 3 -> text.add(at, any(SIGNS));
            case 4 -> {
                range.clear();
                text.add(at, any(SIGNS));
            }
            case 5 -> text.add(at, damaged());
            default -> {
                List<String> other = any(seeds);
                int from = other.isEmpty() ? 0 : random.nextInt(other.size());
                List<String> part = other.subList(from, Math.min(other.size(), from + 1 + random.nextInt(20)));
                if (random.nextBoolean()) {
                    range.clear();
                }
                text.addAll(at, part);
            }
        }
    }

    private String damaged() {
        return String.valueOf((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(0x80)));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}

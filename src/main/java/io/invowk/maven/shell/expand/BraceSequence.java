// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code first..last..step} in braces: whole numbers, or letters. */
final class BraceSequence {
    private BraceSequence() {}

    /** The items of a sequence; null if the text is none. */
    static @Nullable List<String> items(String text) {
        String[] ends = text.split("\\.\\.", -1);
        if (ends.length < 2 || ends.length > 3) {
            return null;
        }
        long step = 1;
        if (ends.length == 3) {
            if (!isNumber(ends[2])) {
                return null;
            }
            step = Math.max(1, Math.abs(Long.parseLong(ends[2])));
        }
        if (isNumber(ends[0]) && isNumber(ends[1])) {
            int width = isPadded(ends[0]) || isPadded(ends[1]) ? Math.max(ends[0].length(), ends[1].length()) : 0;
            List<String> items = new ArrayList<>();
            for (long number : numbers(Long.parseLong(ends[0]), Long.parseLong(ends[1]), step)) {
                items.add(padded(number, width));
            }
            return items;
        }
        if (isLetter(ends[0]) && isLetter(ends[1])) {
            List<String> items = new ArrayList<>();
            for (long letter : numbers(ends[0].charAt(0), ends[1].charAt(0), step)) {
                items.add(Character.toString((char) letter));
            }
            return items;
        }
        return null;
    }

    private static long[] numbers(long first, long last, long step) {
        long distance = Math.abs(last - first);
        long count = distance / step + 1;
        if (count > Limits.MAX_BRACE_WORDS || distance < 0) {
            throw new ExpansionException("brace expansion makes more than " + Limits.MAX_BRACE_WORDS + " words");
        }
        long[] numbers = new long[(int) count];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = first <= last ? first + i * step : first - i * step;
        }
        return numbers;
    }

    private static boolean isNumber(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        boolean digits = text.length() > start && text.length() - start < 18;
        for (int i = start; i < text.length(); i++) {
            digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }

    private static boolean isPadded(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        return text.length() > start + 1 && text.charAt(start) == '0';
    }

    private static boolean isLetter(String text) {
        return text.length() == 1 && text.charAt(0) < 0x80 && Character.isLetter(text.charAt(0));
    }

    private static String padded(long number, int width) {
        String digits = Long.toString(Math.abs(number));
        String sign = number < 0 ? "-" : "";
        return sign + "0".repeat(Math.max(0, width - digits.length() - sign.length())) + digits;
    }
}

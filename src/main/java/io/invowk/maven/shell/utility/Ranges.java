// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of positions from 1 on: {@code 1,3-5,7-}. */
final class Ranges {
    private static final Pattern RANGE = Pattern.compile("([0-9]*)(-?)([0-9]*)");

    private final long[] from;
    private final long[] to;

    Ranges(Options options, String text, boolean fields) {
        String[] parts = text.split("[, \t]", -1);
        from = new long[parts.length];
        to = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            Matcher matcher = RANGE.matcher(parts[i]);
            if (!matcher.matches()) {
                throw options.usage(
                        (fields ? "invalid field value '" : "invalid byte/character position '") + parts[i] + "'");
            }
            boolean open = !matcher.group(2).isEmpty();
            if (matcher.group(1).isEmpty() && matcher.group(3).isEmpty()) {
                throw options.usage(
                        open
                                ? "invalid range with no endpoint: -"
                                : fields
                                        ? "fields are numbered from 1"
                                        : "byte/character positions are numbered from 1");
            }
            from[i] = matcher.group(1).isEmpty() ? 1 : number(matcher.group(1));
            to[i] = matcher.group(3).isEmpty() ? (open ? Long.MAX_VALUE : from[i]) : number(matcher.group(3));
            if (from[i] == 0 || to[i] == 0) {
                throw options.usage(
                        fields ? "fields are numbered from 1" : "byte/character positions are numbered from 1");
            }
            if (to[i] < from[i]) {
                throw options.usage("invalid decreasing range");
            }
        }
    }

    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    /** The last position that any range holds. */
    long last() {
        long last = 0;
        for (long end : to) {
            last = Math.max(last, end);
        }
        return last;
    }

    boolean has(long position) {
        for (int i = 0; i < from.length; i++) {
            if (position >= from[i] && position <= to[i]) {
                return true;
            }
        }
        return false;
    }

    /** Whether a range begins at a position that none before it holds. */
    boolean beginsAt(long position) {
        boolean begins = false;
        for (int i = 0; i < from.length; i++) {
            if (from[i] == position) {
                begins = true;
            } else if (from[i] < position && to[i] >= position) {
                return false;
            }
        }
        return begins;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.util.Arrays;

/** The order of version numbers within texts, as {@code sort -V} has it: digits count as numbers, {@code ~} comes first. */
final class VersionOrder {
    private VersionOrder() {}

    /** What looks like the ending of a file's name counts only where all else is equal; hidden files come first. */
    static int compare(byte[] a, byte[] b) {
        boolean hidden = a.length > 0 && a[0] == '.';
        boolean otherHidden = b.length > 0 && b[0] == '.';
        if (a.length == 0 || b.length == 0 || hidden != otherHidden) {
            return a.length == 0 || b.length == 0 ? a.length - b.length : hidden ? -1 : 1;
        }
        int rank = Integer.compare(dots(a), dots(b));
        if (rank != 0) {
            return rank;
        }
        byte[] first = Arrays.copyOf(a, stem(a));
        byte[] second = Arrays.copyOf(b, stem(b));
        int order = compareParts(first, second);
        boolean whole = first.length == a.length && second.length == b.length;
        return order != 0 || whole ? order : compareParts(a, b);
    }

    private static int dots(byte[] name) {
        boolean two = name.length == 2 && name[1] == '.';
        return name[0] != '.' ? 2 : name.length == 1 ? 0 : two ? 1 : 2;
    }

    /** The length without endings: each a dot, a letter or {@code ~}, and more of these or digits. */
    private static int stem(byte[] name) {
        int at = 0;
        int length = 0;
        while (at < name.length) {
            at++;
            length = at;
            while (at + 1 < name.length && name[at] == '.' && isEnding(name[at + 1], false)) {
                at += 2;
                while (at < name.length && isEnding(name[at], true)) {
                    at++;
                }
            }
        }
        return length;
    }

    private static boolean isEnding(byte octet, boolean digits) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || octet == '~'
                || (digits && isDigit(octet));
    }

    private static int compareParts(byte[] a, byte[] b) {
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            while ((i < a.length && !isDigit(a[i])) || (j < b.length && !isDigit(b[j]))) {
                int order = order(a, i) - order(b, j);
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
            i = skipZeros(a, i);
            j = skipZeros(b, j);
            int first = 0;
            while (i < a.length && isDigit(a[i]) && j < b.length && isDigit(b[j])) {
                first = first == 0 ? a[i] - b[j] : first;
                i++;
                j++;
            }
            if (i < a.length && isDigit(a[i])) {
                return 1;
            }
            if (j < b.length && isDigit(b[j])) {
                return -1;
            }
            if (first != 0) {
                return first;
            }
        }
        return 0;
    }

    private static int skipZeros(byte[] text, int start) {
        int at = start;
        while (at < text.length && text[at] == '0') {
            at++;
        }
        return at;
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }

    private static int order(byte[] text, int at) {
        if (at >= text.length || isDigit(text[at])) {
            return 0;
        }
        int octet = text[at] & 0xff;
        boolean letter = (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
        return octet == '~' ? -1 : letter ? octet : octet + 256;
    }
}

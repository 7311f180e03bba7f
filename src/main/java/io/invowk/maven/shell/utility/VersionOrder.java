// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

/** The order of version numbers within texts, as {@code sort -V} has it: digits count as numbers, {@code ~} comes first. */
final class VersionOrder {
    private VersionOrder() {}

    static int compare(byte[] a, byte[] b) {
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

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One key of {@code sort}: where it is in a line, and how it is compared. Lines are in bytes. */
final class SortKey implements Comparator<byte[]> {
    private static final Pattern FORM =
            Pattern.compile("([0-9]+)(?:\\.([0-9]+))?([bdfghinrMRV]*)(?:,([0-9]+)(?:\\.([0-9]+))?([bdfghinrMRV]*))?");
    private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
    private static final String UNITS = "KMGTPEZY";

    private final int startField;
    private final int startCharacter;
    private final int endField;
    private final int endCharacter;
    private final String flags;
    private final boolean skipsAtStart;
    private final boolean skipsAtEnd;
    private final int separator;

    private SortKey(
            int startField,
            int startCharacter,
            int endField,
            int endCharacter,
            String flags,
            boolean skipsAtStart,
            boolean skipsAtEnd,
            int separator) {
        this.startField = startField;
        this.startCharacter = startCharacter;
        this.endField = endField;
        this.endCharacter = endCharacter;
        this.flags = flags;
        this.skipsAtStart = skipsAtStart;
        this.skipsAtEnd = skipsAtEnd;
        this.separator = separator;
    }

    /** The whole line. */
    static SortKey ofLine(String flags) {
        return new SortKey(1, 1, 0, 0, flags, flags.indexOf('b') >= 0, false, -1);
    }

    /** A key as {@code -k} has it; it takes the flags for all if it has none. */
    static SortKey of(Options options, String text, String global, int separator) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || text.length() > 60) {
            throw options.usage("invalid number at field start: invalid count at start of '" + text + "'");
        }
        int start = Integer.parseInt(matcher.group(1));
        if (start == 0) {
            throw options.usage("field number is zero: invalid field specification '" + text + "'");
        }
        String end = matcher.group(4);
        String endFlags = end == null ? "" : matcher.group(6);
        String own = matcher.group(3) + endFlags;
        String flags = own.isEmpty() ? global : own;
        return new SortKey(
                start,
                matcher.group(2) == null ? 1 : Math.max(1, Integer.parseInt(matcher.group(2))),
                end == null ? 0 : Integer.parseInt(end),
                matcher.group(5) == null ? 0 : Integer.parseInt(matcher.group(5)),
                flags,
                own.isEmpty() ? global.indexOf('b') >= 0 : matcher.group(3).indexOf('b') >= 0,
                own.isEmpty() ? global.indexOf('b') >= 0 : endFlags.indexOf('b') >= 0,
                separator);
    }

    private boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }

    @Override
    public int compare(byte[] left, byte[] right) {
        byte[] a = key(left);
        byte[] b = key(right);
        int order;
        if (has('n')) {
            order = number(a).compareTo(number(b));
        } else if (has('g')) {
            order = Double.compare(real(a), real(b));
        } else if (has('h')) {
            order = compareHuman(a, b);
        } else if (has('M')) {
            order = Integer.compare(month(a), month(b));
        } else if (has('V')) {
            order = VersionOrder.compare(a, b);
        } else {
            order = Arrays.compareUnsigned(folded(a), folded(b));
        }
        return has('r') ? -order : order;
    }

    private byte[] key(byte[] line) {
        if (startField == 1 && startCharacter == 1 && endField == 0 && !skipsAtStart) {
            return line;
        }
        int start = fieldStart(line, startField);
        if (skipsAtStart) {
            start = skipBlanks(line, start);
        }
        start = Math.min(line.length, start + startCharacter - 1);
        int end = line.length;
        if (endField > 0) {
            if (endCharacter == 0) {
                end = fieldEnd(line, endField);
            } else {
                int at = fieldStart(line, endField);
                at = skipsAtEnd ? skipBlanks(line, at) : at;
                end = Math.min(line.length, at + endCharacter);
            }
        }
        return Arrays.copyOfRange(line, start, Math.max(start, end));
    }

    private int fieldStart(byte[] line, int field) {
        int at = 0;
        for (int i = 1; i < field && at < line.length; i++) {
            at = separator >= 0 ? Math.min(line.length, fieldStop(line, at) + 1) : fieldStop(line, at);
        }
        return at;
    }

    private int fieldEnd(byte[] line, int field) {
        return fieldStop(line, fieldStart(line, field));
    }

    /** Behind a field that begins at an offset; without a separator a field begins with its blanks. */
    private int fieldStop(byte[] line, int start) {
        int at = separator >= 0 ? start : skipBlanks(line, start);
        while (at < line.length && (separator >= 0 ? (line[at] & 0xff) != separator : !isBlank(line[at]))) {
            at++;
        }
        return at;
    }

    private static int skipBlanks(byte[] line, int start) {
        int at = start;
        while (at < line.length && isBlank(line[at])) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t' || octet == '\n';
    }

    private byte[] folded(byte[] key) {
        if (!has('f') && !has('d') && !has('i')) {
            return key;
        }
        byte[] folded = new byte[key.length];
        int count = 0;
        for (byte octet : key) {
            boolean letter = (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
            boolean digit = octet >= '0' && octet <= '9';
            if ((has('d') && !letter && !digit && !isBlank(octet)) || (has('i') && (octet < 0x20 || octet == 0x7f))) {
                continue;
            }
            folded[count++] = has('f') && octet >= 'a' && octet <= 'z' ? (byte) (octet - 32) : octet;
        }
        return Arrays.copyOf(folded, count);
    }

    private static String text(byte[] key) {
        return new String(key, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static final Pattern NUMBER = Pattern.compile("[ \\t]*(-?)([0-9]*)(?:\\.([0-9]*))?");

    private static BigDecimal number(byte[] key) {
        Matcher matcher = NUMBER.matcher(text(key));
        if (!matcher.lookingAt()) {
            return BigDecimal.ZERO;
        }
        String fraction = matcher.group(3) == null ? "" : matcher.group(3);
        BigDecimal number = new BigDecimal("0" + matcher.group(2) + "." + fraction + "0");
        return matcher.group(1).isEmpty() ? number : number.negate();
    }

    private static final Pattern REAL =
            Pattern.compile("\\s*([-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?)");

    private static double real(byte[] key) {
        Matcher matcher = REAL.matcher(text(key));
        return matcher.lookingAt() ? Double.parseDouble(matcher.group(1)) : Double.NEGATIVE_INFINITY;
    }

    private static int compareHuman(byte[] a, byte[] b) {
        int unitA = unit(a);
        int unitB = unit(b);
        BigDecimal left = number(a);
        BigDecimal right = number(b);
        int signed = Integer.compare(left.signum() * unitA, right.signum() * unitB);
        return left.signum() != right.signum()
                ? Integer.compare(left.signum(), right.signum())
                : signed != 0 ? signed : left.compareTo(right);
    }

    private static int unit(byte[] key) {
        Matcher matcher = NUMBER.matcher(text(key));
        int end = matcher.lookingAt() ? matcher.end() : 0;
        return end < key.length ? UNITS.indexOf(Character.toUpperCase((char) key[end])) + 1 : 0;
    }

    private static int month(byte[] key) {
        String text = text(key).stripLeading();
        int at = text.length() < 3 ? -1 : MONTHS.indexOf(text.substring(0, 3).toUpperCase(java.util.Locale.ROOT));
        return at >= 0 && at % 3 == 0 ? at / 3 + 1 : 0;
    }
}

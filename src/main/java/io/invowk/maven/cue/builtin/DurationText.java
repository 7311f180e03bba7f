// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as text: numbers with units, {@code 1h3m} or {@code -2.5ms}; 64 bits of nanoseconds. */
final class DurationText {
    private static final Pattern PART = Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)");
    private static final Map<String, Long> UNITS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "\u00b5s", 1_000L,
            "\u03bcs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    private DurationText() {}

    static BigInteger parse(String text) {
        String parts = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        BigInteger sum = BigInteger.ZERO;
        if (!parts.equals("0")) {
            Matcher part = PART.matcher(parts);
            int end = 0;
            while (end < parts.length() && part.region(end, parts.length()).lookingAt()) {
                BigDecimal number = new BigDecimal("0" + part.group(1));
                BigDecimal unit = BigDecimal.valueOf(UNITS.getOrDefault(part.group(2), 1L));
                sum = sum.add(
                        number.multiply(unit).setScale(0, RoundingMode.DOWN).toBigInteger());
                end = part.end();
            }
            if (end < parts.length() || parts.isEmpty()) {
                throw new CallException("\"" + text + "\" is no duration");
            }
        }
        BigInteger value = text.startsWith("-") ? sum.negate() : sum;
        if (value.bitLength() >= Long.SIZE) {
            throw new CallException("the duration \"" + text + "\" is out of range");
        }
        return value;
    }

    static String format(long nanos) {
        if (nanos == 0) {
            return "0s";
        }
        BigDecimal size = BigDecimal.valueOf(nanos).abs();
        String sign = nanos < 0 ? "-" : "";
        for (String unit : new String[] {"ns", "\u00b5s", "ms"}) {
            BigDecimal factor = BigDecimal.valueOf(UNITS.getOrDefault(unit, 1L));
            if (size.compareTo(factor.multiply(BigDecimal.valueOf(1_000))) < 0) {
                return sign + plain(size.divide(factor)) + unit;
            }
        }
        BigDecimal seconds = size.divide(BigDecimal.valueOf(1_000_000_000L));
        BigDecimal[] minutes = seconds.divideAndRemainder(BigDecimal.valueOf(60));
        BigDecimal[] hours = minutes[0].divideAndRemainder(BigDecimal.valueOf(60));
        String text = plain(minutes[1]) + "s";
        if (minutes[0].signum() > 0) {
            text = plain(hours[1]) + "m" + text;
        }
        return sign + (hours[0].signum() > 0 ? plain(hours[0]) + "h" : "") + text;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** A decimal number, written as C's {@code printf} does. */
public final class RealText {
    private static final int DEFAULT_PRECISION = 6;

    private final BigDecimal value;
    private final boolean negative;
    private final String special;

    private RealText(BigDecimal value, boolean negative, String special) {
        this.value = value;
        this.negative = negative;
        this.special = special;
    }

    /**
     * The number that a text holds; an empty one is 0.
     *
     * @throws NumberFormatException if it holds none
     */
    public static RealText parse(String text) {
        String stripped = text.strip().toLowerCase(Locale.ROOT);
        boolean negative = stripped.startsWith("-");
        String digits = negative || stripped.startsWith("+") ? stripped.substring(1) : stripped;
        return switch (digits) {
            case "" -> new RealText(BigDecimal.ZERO, negative, "");
            case "inf", "infinity" -> new RealText(BigDecimal.ZERO, negative, "inf");
            case "nan" -> new RealText(BigDecimal.ZERO, negative, "nan");
            default -> new RealText(decimal(digits), negative, "");
        };
    }

    private static BigDecimal decimal(String digits) {
        if (digits.startsWith("0x")) {
            String hex = digits.indexOf('p') < 0 ? digits + "p0" : digits;
            return new BigDecimal(Double.parseDouble(hex));
        }
        if (!digits.matches("[0-9]*\\.?[0-9]*(e[-+]?[0-9]+)?")) {
            throw new NumberFormatException(digits);
        }
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            throw new NumberFormatException(digits);
        }
        return new BigDecimal(value);
    }

    /** Whether it has a minus sign. */
    public boolean isNegative() {
        return negative;
    }

    /** Whether it is a number and no infinity. */
    public boolean isFinite() {
        return special.isEmpty();
    }

    /** The text without a sign. */
    public String format(char kind, int precision, boolean keepPoint) {
        String text = special.isEmpty() ? finite(Character.toLowerCase(kind), precision, keepPoint) : special;
        return Character.isUpperCase(kind) ? text.toUpperCase(Locale.ROOT) : text;
    }

    private String finite(char kind, int precision, boolean keepPoint) {
        int digits = precision < 0 ? DEFAULT_PRECISION : precision;
        return switch (kind) {
            case 'f' -> value.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
            case 'e' -> exponential(digits);
            case 'g' -> general(Math.max(1, digits), keepPoint);
            default -> Double.toHexString(value.doubleValue());
        };
    }

    private String exponential(int digits) {
        BigDecimal rounded = value.round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
        int exponent = value.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        String plain = rounded.movePointLeft(exponent)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .toPlainString();
        return plain + "e" + (exponent < 0 ? "-" : "+") + String.format(Locale.ROOT, "%02d", Math.abs(exponent));
    }

    private String general(int digits, boolean keepZeros) {
        BigDecimal rounded = value.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = value.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        if (exponent < -4 || exponent >= digits) {
            String text = exponential(digits - 1);
            int e = text.indexOf('e');
            return (keepZeros ? text.substring(0, e) : withoutZeros(text.substring(0, e))) + text.substring(e);
        }
        String text = value.setScale(Math.max(0, digits - 1 - exponent), RoundingMode.HALF_EVEN)
                .toPlainString();
        return keepZeros ? text : withoutZeros(text);
    }

    private static String withoutZeros(String text) {
        return text.indexOf('.') < 0 ? text : text.replaceFirst("\\.?0+$", "");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * The text of a value of type {@code float}: decimal or exponent form, hexadecimal with an exponent {@code p}, with an
 * optional sign and with {@code _} between digits; {@code inf}, {@code infinity} and {@code nan} in any case.
 */
public final class FloatLiteral {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final Pattern HEXADECIMAL =
            Pattern.compile("[+-]?0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]+");
    private static final Pattern BAD_DECIMAL_UNDERSCORE = Pattern.compile("(?<![0-9])_|_(?![0-9])");
    private static final Pattern BAD_HEXADECIMAL_UNDERSCORE = Pattern.compile("(?<![0-9a-fA-FxX])_|_(?![0-9a-fA-F])");
    private static final Pattern HEXADECIMAL_PREFIX = Pattern.compile("[+-]?0[xX].*");

    private FloatLiteral() {}

    /** The number, rounded to 64 bits; empty if the text is no such literal or its number is too large. */
    public static OptionalDouble parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> OptionalDouble.of(Double.NaN);
            case "inf", "+inf", "infinity", "+infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default -> number(text);
        };
    }

    private static OptionalDouble number(String text) {
        boolean hexadecimal = HEXADECIMAL_PREFIX.matcher(text).matches();
        Pattern badUnderscore = hexadecimal ? BAD_HEXADECIMAL_UNDERSCORE : BAD_DECIMAL_UNDERSCORE;
        String digits = text.replace("_", "");
        Pattern form = hexadecimal ? HEXADECIMAL : DECIMAL;
        if (badUnderscore.matcher(text).find() || !form.matcher(digits).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(digits);
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}

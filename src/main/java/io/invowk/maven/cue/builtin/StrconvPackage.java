// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.ANY;
import static io.invowk.maven.cue.builtin.Parameter.BOOL;
import static io.invowk.maven.cue.builtin.Parameter.INT;
import static io.invowk.maven.cue.builtin.Parameter.NUMBER;
import static io.invowk.maven.cue.builtin.Parameter.STRING;

import io.invowk.maven.cue.value.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/** The package {@code strconv}. */
final class StrconvPackage extends StandardPackage {
    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final List<String> TRUE = List.of("1", "t", "T", "true", "TRUE", "True");
    private static final List<String> FALSE = List.of("0", "f", "F", "false", "FALSE", "False");

    StrconvPackage() {
        constant("IntSize", 64);
        function("Atoi", a -> a.make().of(new IntText(a.string(0)).parse(10)), STRING);
        function("ParseInt", a -> a.make().of(parse(a, true)), STRING, INT, INT);
        function("ParseUint", a -> a.make().of(parse(a, false)), STRING, INT, INT);
        function("ParseFloat", StrconvPackage::parseFloat, STRING, INT);
        function("ParseNumber", StrconvPackage::parseNumber, STRING);
        function("ParseBool", StrconvPackage::parseBool, STRING);
        function("FormatInt", a -> a.make().of(format(a.integer(0), a.small(1))), INT, INT);
        function("FormatUint", StrconvPackage::formatUnsigned, INT, INT);
        function("FormatFloat", StrconvPackage::formatFloat, NUMBER, ANY, INT, INT);
        function("FormatBool", a -> a.make().of(String.valueOf(a.bool(0))), BOOL);
        function("Quote", a -> a.make().of(QuotedString.quote(a.string(0), '"', QuotedString.Keep.PRINTABLE)), STRING);
        function(
                "QuoteToASCII",
                a -> a.make().of(QuotedString.quote(a.string(0), '"', QuotedString.Keep.ASCII)),
                STRING);
        function(
                "QuoteToGraphic",
                a -> a.make().of(QuotedString.quote(a.string(0), '"', QuotedString.Keep.GRAPHIC)),
                STRING);
        function("QuoteRune", a -> a.make().of(rune(a, QuotedString.Keep.PRINTABLE)), INT);
        function("QuoteRuneToASCII", a -> a.make().of(rune(a, QuotedString.Keep.ASCII)), INT);
        function("QuoteRuneToGraphic", a -> a.make().of(rune(a, QuotedString.Keep.GRAPHIC)), INT);
        function("Unquote", a -> a.make().of(QuotedString.unquote(a.string(0))), STRING);
        check("IsPrint", a -> QuotedString.isPrintable(a.small(0)), INT);
        check("IsGraphic", a -> QuotedString.isGraphic(a.small(0)), INT);
        check(
                "CanBackquote",
                a -> a.string(0)
                        .chars()
                        .noneMatch(c -> c == '`' || c == 0xfeff || (c < 0x20 && c != '\t') || c == 0x7f),
                STRING);
    }

    private static BigInteger parse(Arguments a, boolean signed) {
        String text = a.string(0);
        int base = a.small(1);
        int bits = a.small(2);
        if (base < 0 || base == 1 || base > 62) {
            throw new CallException("invalid base " + base);
        }
        if (bits < 0 || (!signed && (text.startsWith("-") || text.startsWith("+")))) {
            throw new CallException("\"" + text + "\" is no unsigned int");
        }
        BigInteger value = new IntText(text).parse(base);
        int size = signed ? value.bitLength() + 1 : value.bitLength();
        if (bits > 0 && size > bits) {
            throw new CallException("\"" + text + "\" does not fit " + bits + " bits");
        }
        return value;
    }

    private static Value parseFloat(Arguments a) {
        String text = a.string(0);
        String plain = text.replace("_", "");
        boolean decimal =
                text.equals(plain) && plain.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,9})?");
        boolean hex = plain.matches("[+-]?0[xX]([0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]{1,9}");
        if (!decimal && !hex) {
            throw new CallException("\"" + text + "\" is no floating-point number");
        }
        boolean single = a.small(1) == 32;
        double value = single ? Float.parseFloat(plain) : Double.parseDouble(plain);
        if (Double.isInfinite(value)) {
            throw new CallException("\"" + text + "\" is beyond the range of a float" + (single ? "32" : "64"));
        }
        return a.make().binary(value);
    }

    private static Value parseNumber(Arguments a) {
        String text = a.string(0);
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        Value.Num number = (Value.Num) NumberText.parse(digits, a.make());
        return negative ? a.make().number(number.value().negate(), number.integer()) : number;
    }

    private static Value parseBool(Arguments a) {
        if (!TRUE.contains(a.string(0)) && !FALSE.contains(a.string(0))) {
            throw new CallException("\"" + a.string(0) + "\" is no bool");
        }
        return a.make().of(TRUE.contains(a.string(0)));
    }

    private static String format(BigInteger value, int base) {
        if (base < 2 || base > DIGITS.length()) {
            throw new CallException("invalid base " + base);
        }
        if (base <= Character.MAX_RADIX) {
            return value.toString(base);
        }
        StringBuilder out = new StringBuilder();
        BigInteger radix = BigInteger.valueOf(base);
        BigInteger rest = value.abs();
        do {
            out.append(DIGITS.charAt(rest.mod(radix).intValue()));
            rest = rest.divide(radix);
        } while (rest.signum() != 0);
        return (value.signum() < 0 ? "-" : "") + out.reverse();
    }

    private static Value formatUnsigned(Arguments a) {
        if (a.integer(0).signum() < 0) {
            throw new CallException(a.integer(0) + " is negative");
        }
        return a.make().of(format(a.integer(0), a.small(1)));
    }

    private static Value formatFloat(Arguments a) {
        Value form = a.value(1);
        int letter;
        if (form instanceof Value.Str str && str.value().length() == 1) {
            letter = str.value().charAt(0);
        } else if (form instanceof Value.Num num && num.integer()) {
            letter = num.value().intValue();
        } else {
            throw new CallException("the format must be one letter");
        }
        return a.make().of(FloatText.format(a.binary(0), letter, a.small(2), a.small(3)));
    }

    private static String rune(Arguments a, QuotedString.Keep keep) {
        int rune = a.small(0);
        boolean valid = Character.isValidCodePoint(rune) && (rune < 0xd800 || rune > 0xdfff);
        return QuotedString.quote(Character.toString(valid ? rune : 0xfffd), '\'', keep);
    }

    /** An int as text, with an optional sign. */
    private record IntText(String text) {
        BigInteger parse(int base) {
            String digits = text.replaceFirst("^[+-]", "");
            int radix = base;
            if (base == 0) {
                String lower = digits.toLowerCase(Locale.ROOT);
                radix = lower.startsWith("0x") ? 16 : lower.startsWith("0b") ? 2 : lower.startsWith("0") ? 8 : 10;
                boolean letter = lower.startsWith("0x") || lower.startsWith("0b") || lower.startsWith("0o");
                if (digits.contains("__") || digits.endsWith("_") || digits.startsWith("_")) {
                    throw wrong();
                }
                digits = (letter ? digits.substring(2) : digits).replace("_", "");
                digits = digits.isEmpty() && !letter ? "x" : digits;
            }
            if (digits.isEmpty()) {
                throw wrong();
            }
            BigInteger value = BigInteger.ZERO;
            for (int i = 0; i < digits.length(); i++) {
                int digit = DIGITS.indexOf(radix <= 36 ? Character.toLowerCase(digits.charAt(i)) : digits.charAt(i));
                if (digit < 0 || digit >= radix) {
                    throw wrong();
                }
                value = value.multiply(BigInteger.valueOf(radix)).add(BigInteger.valueOf(digit));
            }
            return text.startsWith("-") ? value.negate() : value;
        }

        private CallException wrong() {
            return new CallException("\"" + text + "\" is no int");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.diagnostic.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Numbers from their spelling. Source: CUE spec, "Integer literals" and "Decimal floating-point literals". */
final class NumberLiteral {
    /** Beyond it an exponent is refused, in either direction. */
    static final int MAX_EXPONENT = 100_000;
    /** Longer numbers are refused: reading digits takes quadratic time. */
    static final int MAX_DIGITS = 10_000;

    private static final String MULTIPLIERS = "KMGTP";

    private final Span span;
    private final String text;
    private final Problems problems;

    private NumberLiteral(Span span, String text, Problems problems) {
        this.span = span;
        this.text = text;
        this.problems = problems;
    }

    /** The number that is spelled by a text; 0 where that is none, and a problem is reported. */
    static Expr.Num parse(Span span, String text, Problems problems) {
        return new NumberLiteral(span, text, problems).parse();
    }

    private Expr.Num parse() {
        if (text.length() > MAX_DIGITS) {
            return refuse("number of more than " + MAX_DIGITS + " digits", "write it with an exponent");
        }
        if (text.length() > 1 && text.charAt(0) == '0') {
            switch (text.charAt(1)) {
                case 'x', 'X' -> {
                    return prefixed(16, "hexadecimal");
                }
                case 'o' -> {
                    return prefixed(8, "octal");
                }
                case 'b' -> {
                    return prefixed(2, "binary");
                }
                default -> {}
            }
        }
        return decimal();
    }

    private Expr.Num refuse(String message, String help) {
        problems.report(problems.at(span, message).help(help));
        return new Expr.Num(span, BigDecimal.ZERO, true);
    }

    private Expr.Num refuse() {
        return refuse(Problems.quoted(text) + " is no number", "put text in double quotes");
    }

    private Expr.Num prefixed(int radix, String kind) {
        int first = text.startsWith("_", 2) ? 3 : 2;
        Optional<String> digits = digits(first, text.length(), radix);
        if (digits.isEmpty()) {
            return refuse(
                    Problems.quoted(text) + " is no " + kind + " number", "use digits of base " + radix + " only");
        }
        return new Expr.Num(span, new BigDecimal(new BigInteger(digits.get(), radix)), true);
    }

    /** The digits between two offsets without underscores; empty if there is none, or anything else. */
    private Optional<String> digits(int from, int to, int radix) {
        StringBuilder digits = new StringBuilder(Math.max(0, to - from));
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '_') {
                if (i == from || i == to - 1 || text.charAt(i - 1) == '_') {
                    return Optional.empty();
                }
            } else if (c > 'f' || Character.digit(c, radix) < 0) {
                return Optional.empty();
            } else {
                digits.append(c);
            }
        }
        return digits.isEmpty() ? Optional.empty() : Optional.of(digits.toString());
    }

    private Expr.Num decimal() {
        int mantissaEnd = mantissaEnd();
        int dot = text.indexOf('.');
        int wholeEnd = dot < 0 ? mantissaEnd : dot;
        Optional<String> whole = wholeEnd == 0 ? Optional.of("") : digits(0, wholeEnd, 10);
        Optional<String> fraction =
                dot < 0 || dot + 1 == mantissaEnd ? Optional.of("") : digits(dot + 1, mantissaEnd, 10);
        if (dot > mantissaEnd || whole.isEmpty() || fraction.isEmpty()) {
            return refuse();
        }
        String suffix = text.substring(mantissaEnd);
        boolean exponent = suffix.startsWith("e") || suffix.startsWith("E");
        if (dot < 0 && !exponent && whole.get().length() > 1 && whole.get().startsWith("0")) {
            return refuse("number with a leading zero", "remove the zero, or write 0o for an octal number");
        }
        BigDecimal mantissa = new BigDecimal(
                new BigInteger("0" + whole.get() + fraction.get()),
                fraction.get().length());
        if (exponent) {
            return withExponent(mantissa, mantissaEnd + 1);
        }
        return suffix.isEmpty() ? new Expr.Num(span, mantissa, dot < 0) : withMultiplier(mantissa, suffix);
    }

    private int mantissaEnd() {
        int end = 0;
        while (end < text.length() && "0123456789_.".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private Expr.Num withExponent(BigDecimal mantissa, int from) {
        boolean signed = from < text.length() && (text.charAt(from) == '+' || text.charAt(from) == '-');
        Optional<String> digits = digits(signed ? from + 1 : from, text.length(), 10);
        if (digits.isEmpty()) {
            return refuse();
        }
        BigInteger exponent = new BigInteger(digits.get());
        if (exponent.compareTo(BigInteger.valueOf(MAX_EXPONENT)) > 0) {
            return refuse("exponent beyond " + MAX_EXPONENT, "use a number nearer to zero, or a string");
        }
        int scale = signed && text.charAt(from) == '-' ? -exponent.intValue() : exponent.intValue();
        return new Expr.Num(span, mantissa.scaleByPowerOfTen(scale), false);
    }

    private Expr.Num withMultiplier(BigDecimal mantissa, String suffix) {
        int power = MULTIPLIERS.indexOf(suffix.charAt(0)) + 1;
        boolean binary = suffix.endsWith("i");
        if (power == 0 || suffix.length() != (binary ? 2 : 1)) {
            return refuse();
        }
        BigDecimal product =
                mantissa.multiply(BigDecimal.valueOf(binary ? 1024 : 1000).pow(power));
        if (product.stripTrailingZeros().scale() > 0) {
            return refuse(Problems.quoted(text) + " is no whole number", "write the number without \"" + suffix + "\"");
        }
        return new Expr.Num(span, product.setScale(0), true);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** What constants of a template stand for. */
final class TemplateConstants {
    private static final Pattern PREFIXED = Pattern.compile("0[xX](_?[0-9a-fA-F])+|0[bB](_?[01])+|0[oO]?(_?[0-7])+");
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9](_?[0-9])*");
    private static final Pattern FLOAT =
            Pattern.compile("([0-9](_?[0-9])*\\.?([0-9](_?[0-9])*)?|\\.[0-9](_?[0-9])*)([eE][+-]?[0-9]{1,6})?"
                    + "|0[xX][0-9a-fA-F]*\\.?[0-9a-fA-F]*[pP][+-]?[0-9]{1,6}");

    private TemplateConstants() {}

    static TemplateDatum of(TemplateToken token, TemplateSource source) {
        try {
            return switch (token.kind()) {
                case STRING -> new TemplateDatum.Text(string(token.text()));
                case CHARACTER ->
                    new TemplateDatum.Int(QuotedString.unquote(token.text()).codePointAt(0));
                default -> number(token.text());
            };
        } catch (CallException e) {
            throw source.problem(token.offset(), e.reason());
        }
    }

    static String string(String text) {
        return text.startsWith("`") ? text.substring(1, text.length() - 1) : QuotedString.unquote(text);
    }

    private static TemplateDatum number(String text) {
        String unsigned = text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
        String digits = unsigned.replace("_", "");
        boolean negative = text.startsWith("-");
        if (DECIMAL.matcher(unsigned).matches()) {
            return integer(new BigInteger(digits), negative, text);
        }
        if (PREFIXED.matcher(unsigned).matches()) {
            char letter = Character.toLowerCase(digits.charAt(1));
            int radix = letter == 'x' ? 16 : letter == 'b' ? 2 : 8;
            return integer(new BigInteger(digits.substring(Character.isDigit(letter) ? 1 : 2), radix), negative, text);
        }
        if (!FLOAT.matcher(unsigned).matches() || digits.matches("0[0-9]+")) {
            throw new CallException("\"" + text + "\" is no number");
        }
        return real(digits, negative, text);
    }

    private static TemplateDatum integer(BigInteger value, boolean negative, String text) {
        BigInteger signed = negative ? value.negate() : value;
        if (signed.bitLength() >= Long.SIZE) {
            throw new CallException("\"" + text + "\" does not fit 64 bits");
        }
        return new TemplateDatum.Int(signed.longValue());
    }

    private static TemplateDatum real(String digits, boolean negative, String text) {
        double value;
        try {
            value = Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            throw new CallException("\"" + text + "\" is no number");
        }
        if (Double.isInfinite(value)) {
            throw new CallException("\"" + text + "\" is beyond the range of a float64");
        }
        return new TemplateDatum.Real(negative ? -value : value);
    }
}

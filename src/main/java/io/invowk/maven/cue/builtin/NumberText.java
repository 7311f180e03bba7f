// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as CUE writes them. */
final class NumberText {
    private static final Pattern PREFIXED =
            Pattern.compile("0[xX]([0-9a-fA-F]+(_[0-9a-fA-F]+)*)|0b([01]+(_[01]+)*)|0o([0-7]+(_[0-7]+)*)");
    private static final Pattern MULTIPLIED =
            Pattern.compile("((?:[0-9]+(?:_[0-9]+)*)?(?:\\.[0-9]+(?:_[0-9]+)*)?)([KMGTP]i?)");
    private static final Pattern INT = Pattern.compile("0|[1-9][0-9]*(_[0-9]+)*");
    private static final Pattern FLOAT =
            Pattern.compile("([0-9]+(_[0-9]+)*)?(\\.([0-9]+(_[0-9]+)*)?)?([eE][+-]?[0-9]{1,6})?");

    private NumberText() {}

    static Value parse(String text, Values make) {
        Matcher prefixed = PREFIXED.matcher(text);
        if (prefixed.matches()) {
            int radix = prefixed.group(1) != null ? 16 : prefixed.group(3) != null ? 2 : 8;
            return make.of(new BigInteger(text.substring(2).replace("_", ""), radix));
        }
        String digits = text.replace("_", "");
        if (INT.matcher(text).matches()) {
            return make.of(new BigInteger(digits));
        }
        Matcher multiplied = MULTIPLIED.matcher(text);
        if (multiplied.matches() && !multiplied.group(1).isEmpty()) {
            return make.of(multiplied(multiplied.group(1).replace("_", ""), multiplied.group(2), text));
        }
        boolean digit = digits.matches("\\.?[0-9].*");
        if (!digit || !FLOAT.matcher(text).matches()) {
            throw new CallException("\"" + text + "\" is no number");
        }
        return make.number(new BigDecimal(digits), false);
    }

    private static BigInteger multiplied(String digits, String unit, String text) {
        int power = "KMGTP".indexOf(unit.charAt(0)) + 1;
        BigDecimal factor = BigDecimal.valueOf(unit.length() > 1 ? 1024 : 1000).pow(power);
        try {
            return new BigDecimal(digits).multiply(factor).toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new CallException("\"" + text + "\" is not integral");
        }
    }
}

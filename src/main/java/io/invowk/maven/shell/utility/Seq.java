// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import io.invowk.maven.shell.text.RealText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code seq}: {@code -f -s -w}; whole numbers and decimal fractions. */
final class Seq implements Utility {
    @Override
    public int run(UtilityCall call) throws IOException {
        int optionsEnd = 0;
        List<String> arguments = call.arguments();
        // A negative number is no option.
        while (optionsEnd < arguments.size() && arguments.get(optionsEnd).matches("-[^0-9.].*")) {
            boolean separate = arguments.get(optionsEnd).matches("-w*[sf]|--separator|--format");
            optionsEnd += separate ? 2 : 1;
        }
        optionsEnd = Math.min(optionsEnd, arguments.size());
        Options options = Options.of(call, arguments.subList(0, optionsEnd), "f,format= s,separator= w,equal-width", 1);
        List<String> operands = arguments.subList(optionsEnd, arguments.size());
        if (operands.isEmpty()) {
            throw options.usage("missing operand");
        }
        if (operands.size() > 3) {
            throw options.usage("extra operand '" + operands.get(3) + "'");
        }
        BigDecimal last = number(options, operands.get(operands.size() - 1));
        BigDecimal first = operands.size() > 1 ? number(options, operands.get(0)) : BigDecimal.ONE;
        BigDecimal step = operands.size() > 2 ? number(options, operands.get(1)) : BigDecimal.ONE;
        if (step.signum() == 0) {
            throw options.usage("invalid Zero increment value: '" + operands.get(1) + "'");
        }
        Optional<Format> format = options.value("f").map(text -> Format.of(options, text));
        int scale = Math.max(first.scale(), step.scale());
        int width = options.has("w") ? width(first, last, scale) : 0;
        String separator = options.value("s").orElse("\n");
        boolean any = false;
        for (BigDecimal value = first;
                step.signum() > 0 ? value.compareTo(last) <= 0 : value.compareTo(last) >= 0;
                value = value.add(step)) {
            UtilityCall.checkInterrupt();
            String text = format.isPresent()
                    ? format.get().apply(value.setScale(scale).toPlainString())
                    : padded(value.setScale(scale).toPlainString(), width);
            call.output().print((any ? separator : "") + text);
            any = true;
        }
        call.output().print(any ? "\n" : "");
        return 0;
    }

    /** How {@code -f} shows a number: as C's {@code printf}, with one conversion of a real number. */
    private record Format(String before, String flags, int width, int precision, char letter, String after) {
        private static final Pattern TEXT = Pattern.compile(
                "(?<before>(?:[^%]|%%)*)%(?<flags>[-+ #0']*)(?<width>[0-9]{0,4})(?:\\.(?<precision>[0-9]{0,4}))?"
                        + "(?<letter>[efgaEFGA])(?<after>(?:[^%]|%%)*)",
                Pattern.DOTALL);

        static Format of(Options options, String text) {
            Matcher matcher = TEXT.matcher(text);
            if (!matcher.matches()) {
                throw options.usage("format '" + text + "' has not one directive for a real number");
            }
            if (options.has("w")) {
                throw options.usage("format string may not be specified when printing equal width strings");
            }
            String precision = matcher.group("precision");
            return new Format(
                    matcher.group("before").replace("%%", "%"),
                    matcher.group("flags"),
                    number(matcher.group("width")),
                    precision == null ? -1 : number(precision),
                    matcher.group("letter").charAt(0),
                    matcher.group("after").replace("%%", "%"));
        }

        private static int number(String digits) {
            return digits.isEmpty() ? 0 : Integer.parseInt(digits);
        }

        String apply(String number) {
            RealText real = RealText.parse(number);
            String sign = real.isNegative() ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
            String digits = real.format(letter, precision, flags.contains("#"));
            String fill = " ".repeat(Math.max(0, width - sign.length() - digits.length()));
            String padded = flags.contains("-")
                    ? sign + digits + fill
                    : flags.contains("0") ? sign + fill.replace(' ', '0') + digits : fill + sign + digits;
            return before + padded + after;
        }
    }

    private static int width(BigDecimal first, BigDecimal last, int scale) {
        int whole = Math.max(wholeLength(first), wholeLength(last));
        return scale > 0 ? whole + 1 + scale : whole;
    }

    private static int wholeLength(BigDecimal number) {
        String text = number.toPlainString();
        int dot = text.indexOf('.');
        return dot < 0 ? text.length() : dot;
    }

    private static String padded(String text, int width) {
        int missing = width - text.length();
        if (missing <= 0) {
            return text;
        }
        return text.startsWith("-") ? "-" + "0".repeat(missing) + text.substring(1) : "0".repeat(missing) + text;
    }

    private static BigDecimal number(Options options, String text) {
        try {
            BigDecimal number = new BigDecimal(text.startsWith("+") ? text.substring(1) : text);
            return number.scale() < 0 ? number.setScale(0) : number;
        } catch (NumberFormatException e) {
            throw options.usage("invalid floating point argument: '" + text + "'");
        }
    }
}

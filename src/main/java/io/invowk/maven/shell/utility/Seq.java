// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** {@code seq}: {@code -s -w}; whole numbers and decimal fractions. */
final class Seq implements Utility {
    @Override
    public int run(UtilityCall call) throws IOException {
        int optionsEnd = 0;
        List<String> arguments = call.arguments();
        // A negative number is no option.
        while (optionsEnd < arguments.size() && arguments.get(optionsEnd).matches("-[^0-9.].*")) {
            boolean separate = arguments.get(optionsEnd).matches("-w*s|--separator");
            optionsEnd += separate ? 2 : 1;
        }
        optionsEnd = Math.min(optionsEnd, arguments.size());
        Options options = Options.of(call, arguments.subList(0, optionsEnd), "s,separator= w,equal-width", 1);
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
        int scale = Math.max(first.scale(), step.scale());
        int width = options.has("w") ? width(first, last, scale) : 0;
        String separator = options.value("s").orElse("\n");
        boolean any = false;
        for (BigDecimal value = first;
                step.signum() > 0 ? value.compareTo(last) <= 0 : value.compareTo(last) >= 0;
                value = value.add(step)) {
            UtilityCall.checkInterrupt();
            call.output()
                    .print((any ? separator : "") + padded(value.setScale(scale).toPlainString(), width));
            any = true;
        }
        call.output().print(any ? "\n" : "");
        return 0;
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

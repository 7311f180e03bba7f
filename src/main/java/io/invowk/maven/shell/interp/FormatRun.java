// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.expand.Quoting;
import io.invowk.maven.shell.syntax.NumberText;
import io.invowk.maven.shell.text.CodePoints;
import io.invowk.maven.shell.text.DateText;
import io.invowk.maven.shell.text.EscapeReader;
import io.invowk.maven.shell.text.RealText;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** One run of {@code printf}: the format is used again until no arguments are left. */
final class FormatRun {
    private static final int MAX_WIDTH = 1_000_000;

    private final String format;
    private final List<String> arguments;
    private final StringBuilder out = new StringBuilder();
    private final List<String> problems = new ArrayList<>();
    private int next;
    private int at;
    private boolean ended;

    FormatRun(String format, List<String> arguments) {
        this.format = format;
        this.arguments = arguments;
    }

    List<String> problems() {
        return problems;
    }

    String result() {
        int before;
        do {
            before = next;
            at = 0;
            once();
        } while (!ended && next < arguments.size() && next > before);
        return out.toString();
    }

    private void once() {
        while (at < format.length() && !ended) {
            int percent = format.indexOf('%', at);
            int end = percent < 0 ? format.length() : percent;
            out.append(EscapeReader.read(format.substring(at, end), EscapeReader.Dialect.FORMAT)
                    .text());
            at = end;
            if (at < format.length()) {
                conversion();
            }
        }
    }

    private String argument() {
        return next < arguments.size() ? arguments.get(next++) : "";
    }

    private void conversion() {
        at++;
        if (at < format.length() && format.charAt(at) == '%') {
            out.append('%');
            at++;
            return;
        }
        Conversion conversion = new Conversion();
        conversion.readFlags();
        conversion.width = size(-1);
        if (conversion.width < -1) {
            conversion.left = true;
            conversion.width = -conversion.width;
        }
        if (at < format.length() && format.charAt(at) == '.') {
            at++;
            conversion.precision = Math.max(-1, size(0));
        }
        while (at < format.length() && "hlLqjzt".indexOf(format.charAt(at)) >= 0 && format.charAt(at) != 'q') {
            at++;
        }
        if (at == format.length()) {
            problems.add("\"%\": missing format character");
            ended = true;
            return;
        }
        char kind = format.charAt(at++);
        if (kind == '(') {
            date(conversion);
        } else {
            convert(conversion, kind);
        }
    }

    private int size(int absent) {
        if (at < format.length() && format.charAt(at) == '*') {
            at++;
            return (int) Math.max(-MAX_WIDTH, Math.min(MAX_WIDTH, number(argument())));
        }
        int start = at;
        int value = 0;
        while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
            value = Math.min(MAX_WIDTH, value * 10 + format.charAt(at++) - '0');
        }
        return at == start ? absent : value;
    }

    private void convert(Conversion conversion, char kind) {
        switch (kind) {
            case 's' -> conversion.text(argument());
            case 'b' -> {
                EscapeReader.Result result = EscapeReader.read(argument(), EscapeReader.Dialect.ECHO);
                conversion.text(result.text());
                ended = result.ended();
            }
            case 'q' -> conversion.text(Quoting.escape(argument()));
            case 'c' -> {
                String text = argument();
                conversion.text(text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1)));
            }
            case 'd', 'i' -> conversion.integer(number(argument()));
            case 'u' -> conversion.digits(Long.toUnsignedString(number(argument())), "", "");
            case 'o' -> octal(conversion);
            case 'x', 'X' -> hexadecimal(conversion, kind == 'X');
            case 'e', 'E', 'f', 'F', 'g', 'G', 'a', 'A' -> real(conversion, kind);
            default -> {
                problems.add("\"" + kind + "\": invalid format character");
                ended = true;
            }
        }
    }

    /** The alternative form begins with a zero: one more only if there is none yet. */
    private void octal(Conversion conversion) {
        long value = number(argument());
        String digits = Long.toOctalString(value);
        boolean needsZero = value == 0 ? conversion.precision == 0 : conversion.precision <= digits.length();
        conversion.digits(digits, "", conversion.alternative && needsZero ? "0" : "");
    }

    private void hexadecimal(Conversion conversion, boolean upper) {
        long value = number(argument());
        String digits = Long.toHexString(value);
        String prefix = conversion.alternative && value != 0 ? upper ? "0X" : "0x" : "";
        conversion.digits(upper ? digits.toUpperCase(Locale.ROOT) : digits, "", prefix);
    }

    private void real(Conversion conversion, char kind) {
        String text = argument();
        try {
            double character =
                    text.length() > 1 && "'\"".indexOf(text.charAt(0)) >= 0 ? text.codePointAt(1) : Double.NaN;
            conversion.real(kind, Double.isNaN(character) ? text : Long.toString((long) character));
        } catch (NumberFormatException e) {
            problems.add(text + ": invalid number");
            conversion.real(kind, "0");
        }
    }

    private void date(Conversion conversion) {
        int close = format.indexOf(")T", at);
        if (close < 0) {
            problems.add("\"(\": invalid format character");
            ended = true;
            return;
        }
        String pattern = format.substring(at, close);
        at = close + 2;
        String when = argument();
        boolean now = when.isEmpty() || when.equals("-1") || when.equals("-2");
        long seconds = now ? System.currentTimeMillis() / 1000 : number(when);
        try {
            conversion.text(DateText.format(pattern.isEmpty() ? "%X" : pattern, seconds));
        } catch (DateTimeException e) {
            problems.add(when + ": there is no such time");
        }
    }

    /** The number that an argument means; what is none counts as far as it goes. */
    private long number(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (text.charAt(0) == '\'' || text.charAt(0) == '"') {
            return text.length() == 1 ? 0 : text.codePointAt(1);
        }
        String stripped = text.stripLeading();
        boolean negative = stripped.startsWith("-");
        String digits = negative || stripped.startsWith("+") ? stripped.substring(1) : stripped;
        OptionalLong value = digits.indexOf('#') < 0 ? NumberText.parse(digits) : OptionalLong.empty();
        if (value.isEmpty()) {
            problems.add(text + ": invalid number");
            for (int end = digits.length() - 1; end > 0 && value.isEmpty(); end--) {
                String start = digits.substring(0, end);
                value = start.indexOf('#') < 0 ? NumberText.parse(start) : OptionalLong.empty();
            }
        }
        long number = value.orElse(0);
        return negative ? -number : number;
    }

    /** One conversion of the format. */
    private final class Conversion {
        private boolean left;
        private boolean zero;
        private boolean plus;
        private boolean space;
        private boolean alternative;
        private int width = -1;
        private int precision = -1;

        void readFlags() {
            while (at < format.length() && "-0+ #'".indexOf(format.charAt(at)) >= 0) {
                switch (format.charAt(at++)) {
                    case '-' -> left = true;
                    case '0' -> zero = true;
                    case '+' -> plus = true;
                    case ' ' -> space = true;
                    case '#' -> alternative = true;
                    default -> {
                        // Digits are not grouped.
                    }
                }
            }
        }

        void text(String text) {
            boolean cut = precision >= 0 && CodePoints.count(text) > precision;
            padded(cut ? CodePoints.slice(text, 0, precision) : text, ' ');
        }

        private void padded(String text, char padding) {
            String pad = String.valueOf(padding).repeat(Math.max(0, width - CodePoints.count(text)));
            out.append(left ? text : pad).append(left ? pad : text);
        }

        void integer(long value) {
            String digits = Long.toString(value);
            String unsigned = value < 0 ? digits.substring(1) : digits;
            digits(unsigned, value < 0 ? "-" : plus ? "+" : space ? " " : "", "");
        }

        void digits(String digits, String sign, String prefix) {
            String all = precision == 0 && digits.equals("0") ? "" : digits;
            all = "0".repeat(Math.max(0, precision - all.length())) + all;
            String start = sign + prefix;
            if (zero && !left && precision < 0) {
                all = "0".repeat(Math.max(0, width - start.length() - all.length())) + all;
            }
            padded(start + all, ' ');
        }

        void real(char kind, String text) {
            RealText real = RealText.parse(text);
            String digits = real.format(kind, precision, alternative);
            String sign = real.isNegative() ? "-" : plus ? "+" : space ? " " : "";
            if (zero && !left && real.isFinite()) {
                digits = "0".repeat(Math.max(0, width - sign.length() - digits.length())) + digits;
            }
            padded(sign + digits, ' ');
        }
    }
}

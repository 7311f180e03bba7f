// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.util.List;

/** The language of formats: verbs behind a percent sign, with flags, width, precision and number of the argument. */
final class TemplateFormat {
    private static final int MAX_WIDTH = 1_000_000;
    private static final String FLAGS = "+-# 0";

    private final String format;
    private final List<TemplateDatum> arguments;
    private final TemplateOutput out = new TemplateOutput();
    private int at;
    private int next;
    private boolean reordered;
    private boolean badIndex;

    private TemplateFormat(String format, List<TemplateDatum> arguments) {
        this.format = format;
        this.arguments = arguments;
    }

    static String format(String format, List<TemplateDatum> arguments) {
        TemplateFormat text = new TemplateFormat(format, arguments);
        text.run();
        return text.out.toString();
    }

    private void run() {
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            out.append(format.substring(at, percent < 0 ? format.length() : percent));
            if (percent < 0) {
                break;
            }
            at = percent + 1;
            directive();
        }
        if (!reordered && next < arguments.size()) {
            extra();
        }
    }

    private void extra() {
        String separator = "%!(EXTRA ";
        for (TemplateDatum argument : arguments.subList(next, arguments.size())) {
            out.append(separator);
            if (!(argument instanceof TemplateDatum.Nothing)) {
                out.append(argument.type() + "=");
            }
            TemplatePrinter.plain(argument, out);
            separator = ", ";
        }
        out.append(")");
    }

    private void directive() {
        badIndex = false;
        TemplateLayout layout = layout();
        if (at >= format.length()) {
            out.append("%!(NOVERB)");
            return;
        }
        int verb = format.codePointAt(at);
        at += Character.charCount(verb);
        if (verb == '%') {
            out.append("%");
        } else if (badIndex) {
            out.append("%!" + Character.toString(verb) + "(BADINDEX)");
        } else if (next >= arguments.size()) {
            out.append("%!" + Character.toString(verb) + "(MISSING)");
        } else if (verb == 'v' && layout.has('#')) {
            throw CallException.unsupported("the verb \"%#v\" of a format");
        } else {
            new TemplatePrinter(out, verb, verb == 'v' ? layout.without('+') : layout).print(arguments.get(next));
            next++;
        }
    }

    private TemplateLayout layout() {
        int from = at;
        while (at < format.length() && FLAGS.indexOf(format.charAt(at)) >= 0) {
            at++;
        }
        String flags = format.substring(from, at);
        int width = size("the width");
        if (width < 0 && width != Integer.MIN_VALUE) {
            flags += '-';
        }
        int precision = -1;
        if (format.startsWith(".", at)) {
            at++;
            precision = Math.max(0, size("the precision"));
        }
        argumentNumber();
        return new TemplateLayout(flags, width == Integer.MIN_VALUE ? 0 : Math.abs(width), precision);
    }

    /** A number, or a star for the next argument; the smallest int if there is neither. */
    private int size(String what) {
        argumentNumber();
        if (format.startsWith("*", at)) {
            at++;
            if (next >= arguments.size() || !(arguments.get(next) instanceof TemplateDatum.Int number)) {
                throw new CallException(what + " of a format must be an int");
            }
            next++;
            return checked(
                    number.value().bitLength() < Integer.SIZE ? number.value().intValue() : MAX_WIDTH + 1, what);
        }
        int from = at;
        while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
            at++;
        }
        if (from == at) {
            return Integer.MIN_VALUE;
        }
        String digits = format.substring(from, at);
        return checked(digits.length() > 7 ? MAX_WIDTH + 1 : Integer.parseInt(digits), what);
    }

    private static int checked(int size, String what) {
        if (Math.abs((long) size) > MAX_WIDTH) {
            throw CallException.arithmetic(what + " of a format is larger than " + MAX_WIDTH);
        }
        return size;
    }

    /** Reads {@code [n]}: the argument to go on with, from 1. */
    private void argumentNumber() {
        if (!format.startsWith("[", at)) {
            return;
        }
        reordered = true;
        int end = format.indexOf(']', at);
        String digits = end < 0 ? "" : format.substring(at + 1, end);
        at = end < 0 ? at + 1 : end + 1;
        boolean number = digits.matches("[0-9]{1,6}");
        if (!number || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > arguments.size()) {
            badIndex = true;
            return;
        }
        next = Integer.parseInt(digits) - 1;
    }
}

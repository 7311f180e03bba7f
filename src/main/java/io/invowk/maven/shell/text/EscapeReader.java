// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.text;

import java.io.ByteArrayOutputStream;

/** Text in which a backslash begins an escape: what {@code $'...'}, {@code echo}, {@code printf} mean by it. */
public final class EscapeReader {
    /** Whose escapes are read. */
    public enum Dialect {
        /** {@code $'...'}: also quotes; a null ends the text. */
        QUOTE,
        /** {@code echo -e} and {@code %b}: octal numbers begin with 0, {@code \c} ends all output. */
        ECHO,
        /** The format of {@code printf}: octal numbers of up to three digits. */
        FORMAT
    }

    private final String text;
    private final Dialect dialect;
    private final StringBuilder out = new StringBuilder();
    /** Bytes given by number, which together may be one character. */
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private int at;
    private boolean ended;

    private EscapeReader(String text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
    }

    /**
     * What a text stands for.
     *
     * @param ended whether it told to end here
     */
    public record Result(String text, boolean ended) {}

    /** Replaces all escapes. */
    public static Result read(String text, Dialect dialect) {
        if (text.indexOf('\\') < 0) {
            return new Result(text, false);
        }
        return new EscapeReader(text, dialect).read();
    }

    private Result read() {
        while (at < text.length() && !ended) {
            char c = text.charAt(at++);
            if (c != '\\' || at == text.length()) {
                append(c);
            } else {
                escape(text.charAt(at++));
            }
        }
        flush();
        return new Result(out.toString(), ended);
    }

    private void append(int c) {
        flush();
        out.appendCodePoint(c);
    }

    private void flush() {
        if (bytes.size() > 0) {
            out.append(ByteText.decode(bytes.toByteArray()));
            bytes.reset();
        }
    }

    private void escape(char c) {
        switch (c) {
            case 'a' -> append(7);
            case 'b' -> append('\b');
            case 'e', 'E' -> append(27);
            case 'f' -> append('\f');
            case 'n' -> append('\n');
            case 'r' -> append('\r');
            case 't' -> append('\t');
            case 'v' -> append(11);
            case '\\' -> append('\\');
            case 'x' -> number(c, 16, 2, true);
            case 'u' -> number(c, 16, 4, false);
            case 'U' -> number(c, 16, 8, false);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(c);
            case 'c' -> control();
            case '\'', '"', '?' -> quote(c);
            default -> unknown(c);
        }
    }

    private void unknown(char c) {
        append('\\');
        append(c);
    }

    private void quote(char c) {
        if (dialect == Dialect.QUOTE || (dialect == Dialect.FORMAT && c != '?')) {
            append(c);
        } else {
            unknown(c);
        }
    }

    private void octal(char c) {
        if (dialect == Dialect.ECHO && c != '0') {
            unknown(c);
            return;
        }
        at -= dialect == Dialect.ECHO ? 0 : 1;
        int digits = digits(8, 3);
        append((byte) digits);
    }

    private void append(byte value) {
        if (value == 0 && dialect == Dialect.QUOTE) {
            ended = true;
        } else {
            bytes.write(value);
        }
    }

    private void control() {
        if (dialect == Dialect.ECHO) {
            ended = true;
        } else if (dialect == Dialect.QUOTE && at < text.length()) {
            append((byte) (text.charAt(at++) & 0x1f));
        } else {
            unknown('c');
        }
    }

    private void number(char letter, int base, int most, boolean isByte) {
        int start = at;
        int value = digits(base, most);
        if (at == start) {
            unknown(letter);
        } else if (isByte) {
            append((byte) value);
        } else if (value == 0) {
            append((byte) 0);
        } else if (Character.isValidCodePoint(value)) {
            append(value);
        }
    }

    /** The value of at most so many digits here. */
    private int digits(int base, int most) {
        int value = 0;
        for (int i = 0; i < most && at < text.length(); i++) {
            int digit = text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), base) : -1;
            if (digit < 0) {
                break;
            }
            value = value * base + digit;
            at++;
        }
        return value;
    }
}

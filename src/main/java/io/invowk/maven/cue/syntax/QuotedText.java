// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.diagnostic.Span;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the text between quotes stands for: escapes resolved, the indentation of multi-line strings removed.
 *
 * <p>Source: CUE spec, "String and byte sequence literals".
 */
final class QuotedText {
    private final String text;
    private final Quote quote;
    private final List<Span> pieces;
    private final Problems problems;
    private final String indentation;
    /** Whether the text is what it stands for: one line, without hashes, escapes and interpolations. */
    private final boolean verbatim;

    /**
     * Prepares a string.
     *
     * @param text the whole source text
     * @param pieces the parts of the literal between quotes and interpolations, in order, at least one
     */
    QuotedText(String text, Quote quote, List<Span> pieces, Problems problems) {
        this.text = text;
        this.quote = quote;
        this.pieces = quote.isMultiLine() ? withoutOuterLines(text, pieces) : pieces;
        this.problems = problems;
        int end = pieces.get(pieces.size() - 1).end();
        this.indentation = quote.isMultiLine()
                ? text.substring(text.lastIndexOf('\n', end - 1) + 1, end).replace("\r", "")
                : "";
        this.verbatim = !quote.isMultiLine()
                && quote.hashes() == 0
                && pieces.size() == 1
                && text.substring(pieces.get(0).start(), end).indexOf('\\') < 0;
    }

    /** The first piece without the line break behind the opening quotes, the last without the line of the closing. */
    private static List<Span> withoutOuterLines(String text, List<Span> pieces) {
        List<Span> inner = new ArrayList<>(pieces);
        Span first = inner.get(0);
        inner.set(0, new Span(text.indexOf('\n', first.start()) + 1, first.end()));
        int lastIndex = inner.size() - 1;
        Span last = inner.get(lastIndex);
        int lineBreak = Math.max(text.lastIndexOf('\n', last.end() - 1), last.start());
        inner.set(lastIndex, new Span(last.start(), lineBreak));
        return inner;
    }

    /** Each piece as a string. */
    List<String> strings() {
        if (verbatim) {
            Span all = pieces.get(0);
            return List.of(text.substring(all.start(), all.end()));
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            StringBuilder value = new StringBuilder();
            decode(i, new Sink() {
                @Override
                public void at(int offset) {
                    // Only what was written counts.
                }

                @Override
                public void character(int codePoint) {
                    value.appendCodePoint(codePoint);
                }

                @Override
                public void octet(int octet) {
                    throw new IllegalStateException("octet in a string");
                }
            });
            values.add(value.toString());
        }
        return values;
    }

    /** Each piece as bytes, characters in UTF-8. */
    List<List<Byte>> bytes() {
        List<List<Byte>> values = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            ByteArrayOutputStream value = new ByteArrayOutputStream();
            decode(i, new Sink() {
                @Override
                public void at(int offset) {
                    // Only what was written counts.
                }

                @Override
                public void character(int codePoint) {
                    value.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
                }

                @Override
                public void octet(int octet) {
                    value.write(octet);
                }
            });
            List<Byte> octets = new ArrayList<>(value.size());
            for (byte octet : value.toByteArray()) {
                octets.add(octet);
            }
            values.add(octets);
        }
        return values;
    }

    /** For each UTF-16 unit of the first piece as a string, and for its end, where it is written. */
    int[] offsets() {
        int[] offsets = new int[text.length() + 1];
        int[] count = {0};
        int[] at = {pieces.get(0).start()};
        decode(0, new Sink() {
            @Override
            public void at(int offset) {
                at[0] = offset;
            }

            @Override
            public void character(int codePoint) {
                for (int i = 0; i < Character.charCount(codePoint); i++) {
                    offsets[count[0]++] = at[0];
                }
            }

            @Override
            public void octet(int octet) {
                throw new IllegalStateException("octet in a string");
            }
        });
        offsets[count[0]] = pieces.get(0).end();
        return Arrays.copyOf(offsets, count[0] + 1);
    }

    /** Takes what a piece stands for. */
    private interface Sink {
        /** What comes next is written at an offset. */
        void at(int offset);

        void character(int codePoint);

        void octet(int octet);
    }

    private void decode(int index, Sink sink) {
        int end = pieces.get(index).end();
        int at = pieces.get(index).start();
        if (index == 0) {
            at = skipIndentation(at, end);
        }
        while (at < end) {
            int c = text.codePointAt(at);
            sink.at(at);
            if (quote.escapesAt(text, at)) {
                at = escape(at, end, sink);
            } else {
                at += Character.charCount(c);
                if (c != '\r' || verbatim) {
                    sink.character(c);
                }
                if (c == '\n') {
                    at = skipIndentation(at, end);
                }
            }
        }
    }

    /** Behind the indentation of the line that begins at an offset. */
    private int skipIndentation(int lineStart, int end) {
        if (text.startsWith(indentation, lineStart)) {
            return lineStart + indentation.length();
        }
        int at = lineStart;
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        boolean empty = at == lineStart && (at == end || text.charAt(at) == '\n' || text.startsWith("\r\n", at));
        if (!empty) {
            problems.report(problems.at(
                            new Span(lineStart, Math.max(at, lineStart + 1)),
                            "line is indented less than the closing quotes, or with other characters")
                    .help("begin each line with the white space that stands before the closing quotes"));
        }
        return at;
    }

    /** Resolves the escape at an offset; gives the offset behind it. */
    private int escape(int start, int end, Sink sink) {
        int at = start + quote.escapeLength();
        char c = at < end ? text.charAt(at) : '\n';
        switch (c) {
            case 'a' -> sink.character(0x07);
            case 'b' -> sink.character('\b');
            case 'f' -> sink.character('\f');
            case 'n' -> sink.character('\n');
            case 'r' -> sink.character('\r');
            case 't' -> sink.character('\t');
            case 'v' -> sink.character(0x0b);
            case '/', '\\' -> sink.character(c);
            case 'u', 'U' -> {
                return codePoint(start, end, sink);
            }
            case 'x', '0', '1', '2', '3', '4', '5', '6', '7' -> {
                return octet(start, end, sink);
            }
            case '"', '\'' -> {
                if (c != quote.mark()) {
                    return unknown(start, at);
                }
                sink.character(c);
            }
            default -> {
                return unknown(start, at);
            }
        }
        return at + 1;
    }

    private int unknown(int start, int at) {
        boolean lineEnd = at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
        int end = lineEnd ? at : at + Character.charCount(text.codePointAt(at));
        String message = lineEnd
                ? "backslash before a line break"
                : "unknown escape sequence \"" + text.substring(start, end) + "\"";
        problems.report(problems.at(new Span(start, end), message)
                .help("write \"\\" + "#".repeat(quote.hashes()) + "\\\" for a backslash, or quote with " + raw()
                        + ", where a single backslash has no meaning"));
        return end;
    }

    /** How the same string is quoted with one more hash. */
    private String raw() {
        String hashes = "#".repeat(quote.hashes() + 1);
        String marks = String.valueOf(quote.mark()).repeat(quote.count());
        return hashes + marks + "..." + marks + hashes;
    }

    private int octet(int start, int end, Sink sink) {
        int at = start + quote.escapeLength();
        if (!quote.isBytes()) {
            problems.report(problems.at(new Span(start, at + 1), "escaped byte in a string")
                    .help("use \\u and four hexadecimal digits, or single quotes for bytes"));
            return at + 1;
        }
        boolean hexadecimal = text.charAt(at) == 'x';
        int first = hexadecimal ? at + 1 : at;
        int behind = first + (hexadecimal ? 2 : 3);
        long value = digits(start, first, behind, end, hexadecimal ? 16 : 8);
        if (value > 0xff) {
            problems.report(problems.at(new Span(start, behind), "escaped byte beyond \\377")
                    .help("write a value up to \\377"));
        } else if (value >= 0) {
            sink.octet((int) value);
        }
        return value < 0 ? first : behind;
    }

    private int codePoint(int start, int end, Sink sink) {
        int first = start + quote.escapeLength() + 1;
        int behind = first + digitCount(first - 1);
        long value = digits(start, first, behind, end, 16);
        if (value < 0) {
            return first;
        }
        if (value > Character.MAX_CODE_POINT) {
            problems.report(problems.at(new Span(start, behind), "code point beyond 10FFFF")
                    .help("write a code point up to \\U0010FFFF"));
            return behind;
        }
        if (value < Character.MIN_SURROGATE || value > Character.MAX_SURROGATE) {
            sink.character((int) value);
            return behind;
        }
        return surrogatePair(start, behind, end, (char) value, sink);
    }

    private int digitCount(int escapeCharacter) {
        return text.charAt(escapeCharacter) == 'u' ? 4 : 8;
    }

    private int surrogatePair(int start, int second, int end, char high, Sink sink) {
        int letter = second + quote.escapeLength();
        if (Character.isHighSurrogate(high)
                && letter < end
                && quote.escapesAt(text, second)
                && (text.charAt(letter) == 'u' || text.charAt(letter) == 'U')) {
            int behind = letter + 1 + digitCount(letter);
            long low = digits(second, letter + 1, behind, end, 16);
            if (low >= Character.MIN_LOW_SURROGATE && low <= Character.MAX_LOW_SURROGATE) {
                sink.character(Character.toCodePoint(high, (char) low));
                return behind;
            }
        }
        problems.report(problems.at(new Span(start, second), "half of a surrogate pair")
                .help("write the whole character, or \\U and eight hexadecimal digits"));
        return second;
    }

    /** The number in a range, which must hold nothing but digits; -1, with a problem reported, if it does not. */
    private long digits(int start, int from, int to, int end, int radix) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = i < end && text.charAt(i) <= 'f' ? Character.digit(text.charAt(i), radix) : -1;
            if (digit < 0) {
                problems.report(problems.at(new Span(start, i), "escape sequence of too few digits")
                        .help("write " + (to - from) + " digits of base " + radix));
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }
}

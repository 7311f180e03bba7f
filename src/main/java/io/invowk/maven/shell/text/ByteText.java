// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.text;

import java.nio.charset.StandardCharsets;

/**
 * Bytes as text: UTF-8, and each byte that is none as the lone surrogate U+DC00 + byte, so that {@link #encode} gives the
 * same bytes again. The null character cannot be part of a value of the shell; these methods keep it.
 */
public final class ByteText {
    private static final char ESCAPE = 0xDC00;

    private ByteText() {}

    /** The text of all bytes. */
    public static String decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    /** The text of some bytes. */
    public static String decode(byte[] bytes, int start, int length) {
        int end = start + length;
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                return decodeSlowly(bytes, start, end);
            }
        }
        return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    }

    private static String decodeSlowly(byte[] bytes, int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        int i = start;
        while (i < end) {
            int length = sequenceLength(bytes, i, end);
            if (length == 0) {
                out.append((char) (ESCAPE | (bytes[i] & 0xff)));
                i++;
            } else {
                out.appendCodePoint(codePoint(bytes, i, length));
                i += length;
            }
        }
        return out.toString();
    }

    /** The length of the well-formed sequence at an offset; 0 if there is none. */
    private static int sequenceLength(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xff;
        int length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
        if (at + length > end) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        if (length < 3) {
            return length;
        }
        int value = codePoint(bytes, at, length);
        boolean good = length == 3
                ? value >= 0x800 && (value < 0xd800 || value > 0xdfff)
                : value >= 0x10000 && value <= Character.MAX_CODE_POINT;
        return good ? length : 0;
    }

    private static int codePoint(byte[] bytes, int at, int length) {
        int first = bytes[at] & 0xff;
        int value = length == 1 ? first : first & (0xff >> (length + 1));
        for (int i = 1; i < length; i++) {
            value = (value << 6) | (bytes[at + i] & 0x3f);
        }
        return value;
    }

    /** The bytes of a text. */
    public static byte[] encode(CharSequence text) {
        int length = text.length();
        byte[] ascii = new byte[length];
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return encodeSlowly(text, ascii, i);
            }
            ascii[i] = (byte) c;
        }
        return ascii;
    }

    private static byte[] encodeSlowly(CharSequence text, byte[] ascii, int start) {
        int length = text.length();
        byte[] out = new byte[start + 3 * (length - start)];
        System.arraycopy(ascii, 0, out, 0, start);
        int at = start;
        int i = start;
        while (i < length) {
            int c = Character.codePointAt(text, i);
            i += Character.charCount(c);
            at = append(c, out, at);
        }
        return java.util.Arrays.copyOf(out, at);
    }

    private static int append(int c, byte[] out, int start) {
        int at = start;
        if (c < 0x80) {
            out[at++] = (byte) c;
        } else if ((c & 0xff00) == ESCAPE && (c & 0x80) != 0) {
            out[at++] = (byte) c;
        } else if (c < 0x800) {
            out[at++] = (byte) (0xc0 | (c >> 6));
            out[at++] = (byte) (0x80 | (c & 0x3f));
        } else if (c < 0x10000) {
            out[at++] = (byte) (0xe0 | (c >> 12));
            out[at++] = (byte) (0x80 | ((c >> 6) & 0x3f));
            out[at++] = (byte) (0x80 | (c & 0x3f));
        } else {
            out[at++] = (byte) (0xf0 | (c >> 18));
            out[at++] = (byte) (0x80 | ((c >> 12) & 0x3f));
            out[at++] = (byte) (0x80 | ((c >> 6) & 0x3f));
            out[at++] = (byte) (0x80 | (c & 0x3f));
        }
        return at;
    }
}

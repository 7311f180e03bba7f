// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.DATA;
import static io.invowk.maven.cue.builtin.Parameter.INT;
import static io.invowk.maven.cue.builtin.Parameter.STRING;

import java.util.HexFormat;
import java.util.Locale;

/** The package {@code encoding/hex}. */
final class HexPackage extends StandardPackage {
    private static final int PER_LINE = 16;

    HexPackage() {
        function("Encode", a -> a.make().of(HexFormat.of().formatHex(a.data(0))), DATA);
        function("Decode", a -> a.make().of(decode(a.string(0))), STRING);
        function("Dump", a -> a.make().of(dump(a.data(0))), DATA);
        function("EncodedLen", a -> a.make().of(2L * a.small(0)), INT);
        function("DecodedLen", a -> a.make().of(a.small(0) / 2), INT);
    }

    static byte[] decode(String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            throw new CallException("not a text of pairs of hexadecimal digits");
        }
    }

    /** Sixteen bytes a line: offset, bytes in two groups, and the printable ones as text. */
    private static String dump(byte[] data) {
        StringBuilder out = new StringBuilder();
        for (int line = 0; line < data.length; line += PER_LINE) {
            out.append(String.format(Locale.ROOT, "%08x ", line));
            StringBuilder text = new StringBuilder();
            for (int i = line; i < line + PER_LINE; i++) {
                out.append(i % 8 == 0 ? " " : "");
                if (i < data.length) {
                    out.append(String.format(Locale.ROOT, "%02x ", data[i] & 0xff));
                    text.append(data[i] >= 0x20 && data[i] < 0x7f ? (char) data[i] : '.');
                } else {
                    out.append("   ");
                }
            }
            out.append(" |").append(text).append("|\n");
        }
        return out.toString();
    }
}

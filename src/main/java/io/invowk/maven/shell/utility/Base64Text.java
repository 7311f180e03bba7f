// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** {@code base64}: {@code -d -i -w}. */
final class Base64Text implements Utility {
    private static final byte[] LETTERS =
            UtilityCall.bytes("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    private static final int[] VALUES = new int[256];

    static {
        Arrays.fill(VALUES, -1);
        for (int i = 0; i < LETTERS.length; i++) {
            VALUES[LETTERS[i]] = i;
        }
    }

    private long width;
    private long column;

    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(call, "d,decode i,ignore-garbage w,wrap=");
        String wrap = options.value("w").orElse("76");
        if (!wrap.matches("[0-9]+")) {
            throw options.usage("invalid wrap size: " + Quoted.name(wrap));
        }
        width = wrap.length() > 18 ? 0 : Long.parseLong(wrap);
        options.allowOperands(1);
        String operand = options.files().get(0);
        try (InputStream stream = call.openBuffered(operand)) {
            if (!options.has("d")) {
                encode(stream, call.output());
            } else if (!decode(stream, options.has("i"), call.output())) {
                call.error("invalid input");
                return 1;
            }
            return 0;
        } catch (IOException e) {
            boolean directory = UtilityCall.reason(e).equals("Is a directory");
            call.error(directory ? "read error" : operand, e);
            return 1;
        }
    }

    private void encode(InputStream stream, UtilityOutput output) throws IOException {
        byte[] group = new byte[3];
        for (int count = stream.readNBytes(group, 0, 3); count > 0; count = stream.readNBytes(group, 0, 3)) {
            Arrays.fill(group, count, 3, (byte) 0);
            int bits = (group[0] & 0xff) << 16 | (group[1] & 0xff) << 8 | (group[2] & 0xff);
            for (int i = 0; i < 4; i++) {
                put(i <= count ? LETTERS[bits >> (18 - 6 * i) & 63] : '=', output);
            }
        }
        if (width > 0 && column > 0) {
            output.write('\n');
        }
    }

    private void put(int letter, UtilityOutput output) {
        output.write(letter);
        if (width > 0 && ++column == width) {
            output.write('\n');
            column = 0;
        }
    }

    /** Decodes groups of four; false if something is wrong, and then what is right before it was written. */
    private static boolean decode(InputStream stream, boolean lenient, UtilityOutput output) throws IOException {
        int[] group = new int[4];
        int count = 0;
        for (int octet = stream.read(); octet >= 0; octet = stream.read()) {
            boolean known = octet == '=' || VALUES[octet] >= 0;
            if (octet == '\n' || (lenient && !known)) {
                continue;
            }
            if (!known) {
                write(group, count, output);
                return false;
            }
            group[count++] = octet;
            if (count == 4) {
                if (!write(group, count, output)) {
                    return false;
                }
                count = 0;
            }
        }
        if (count > 0) {
            write(group, count, output);
            return false;
        }
        return true;
    }

    private static boolean write(int[] group, int count, UtilityOutput output) {
        int letters = 0;
        while (letters < count && group[letters] != '=') {
            letters++;
        }
        int bits = 0;
        for (int i = 0; i < 4; i++) {
            bits = bits << 6 | (i < letters ? VALUES[group[i]] : 0);
        }
        for (int i = 0; i < letters - 1; i++) {
            output.write(bits >> (16 - 8 * i) & 0xff);
        }
        return letters == 4 || (letters >= 2 && count == 4 && group[3] == '=');
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** {@code cut}: {@code -b -c -d -f -n -s -z --complement --output-delimiter}; a character is a byte, as GNU has it. */
final class Cut implements Utility {
    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(
                call,
                "b,bytes= c,characters= d,delimiter= f,fields= n s,only-delimited z,zero-terminated complement output-delimiter=");
        String kind = options.last("b", "c", "f");
        long kinds = options.given().stream()
                .filter(given -> "bcf".contains(given.key()))
                .count();
        if (kind.isEmpty()) {
            throw options.usage("you must specify a list of bytes, characters, or fields");
        }
        if (kinds > 1) {
            throw options.usage("only one list may be specified");
        }
        boolean fields = kind.equals("f");
        if (!fields && (options.has("d") || options.has("s"))) {
            throw options.usage(
                    options.has("d")
                            ? "an input delimiter may be specified only when operating on fields"
                            : "suppressing non-delimited lines makes sense\n\tonly when operating on fields");
        }
        byte[] delimiter = options.value("d").orElse("\t").getBytes(StandardCharsets.UTF_8);
        if (delimiter.length > 1) {
            throw options.usage("the delimiter must be a single character");
        }
        int separator = delimiter.length == 0 ? 0 : delimiter[0];
        Ranges ranges = new Ranges(options, options.value(kind).orElseThrow(), fields);
        byte[] joint = options.value("output-delimiter")
                .orElse(fields ? new String(new char[] {(char) (separator & 0xff)}) : "")
                .getBytes(
                        fields && !options.has("output-delimiter")
                                ? StandardCharsets.ISO_8859_1
                                : StandardCharsets.UTF_8);
        int status = 0;
        for (String operand : options.files()) {
            try (InputStream stream = call.open(operand)) {
                Lines lines = new Lines(stream, options.has("z"));
                while (lines.advance()) {
                    byte[] line = lines.line();
                    boolean shown = fields
                            ? fields(line, (byte) separator, ranges, joint, options, call.output())
                            : bytes(line, ranges, joint, options, call.output());
                    if (shown) {
                        call.output().write(options.has("z") ? 0 : '\n');
                    }
                }
            } catch (IOException e) {
                call.error(operand, e);
                status = 1;
            }
        }
        return status;
    }

    private static boolean bytes(byte[] line, Ranges ranges, byte[] joint, Options options, UtilityOutput output) {
        boolean complement = options.has("complement");
        boolean any = false;
        boolean before = false;
        for (int i = 0; i < line.length; i++) {
            boolean taken = ranges.has(i + 1) != complement;
            if (taken) {
                if (any && joint.length > 0 && (!before || (!complement && ranges.beginsAt(i + 1)))) {
                    output.write(joint, 0, joint.length);
                }
                output.write(line[i]);
                any = true;
            }
            before = taken;
        }
        return true;
    }

    private static boolean fields(
            byte[] line, byte separator, Ranges ranges, byte[] joint, Options options, UtilityOutput output) {
        int first = 0;
        while (first < line.length && line[first] != separator) {
            first++;
        }
        if (first == line.length) {
            if (options.has("s")) {
                return false;
            }
            output.write(line, 0, line.length);
            return true;
        }
        boolean any = false;
        int from = 0;
        long field = 1;
        while (from <= line.length) {
            int to = from;
            while (to < line.length && line[to] != separator) {
                to++;
            }
            if (ranges.has(field) != options.has("complement")) {
                if (any) {
                    output.write(joint, 0, joint.length);
                }
                output.write(line, from, to - from);
                any = true;
            }
            field++;
            from = to + 1;
        }
        return true;
    }
}

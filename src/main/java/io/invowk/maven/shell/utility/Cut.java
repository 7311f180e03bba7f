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
        boolean zero = options.has("z");
        Selection selection = new Selection(ranges, options.has("complement"), joint, options.has("s"));
        int status = 0;
        for (String operand : options.files()) {
            try (InputStream stream = call.open(operand)) {
                Lines lines = new Lines(stream, zero);
                while (lines.advance()) {
                    boolean shown = fields
                            ? selection.fields(lines, (byte) separator, call.output())
                            : selection.bytes(lines, call.output());
                    if (shown) {
                        call.output().write(zero ? 0 : '\n');
                    }
                }
            } catch (IOException e) {
                call.error(operand, e);
                status = 1;
            }
        }
        return status;
    }

    /** What is taken of each line. */
    private static final class Selection {
        private final Ranges ranges;
        private final boolean complement;
        private final byte[] joint;
        private final boolean onlyDelimited;
        /** Behind this position nothing is taken. */
        private final long last;

        Selection(Ranges ranges, boolean complement, byte[] joint, boolean onlyDelimited) {
            this.ranges = ranges;
            this.complement = complement;
            this.joint = joint;
            this.onlyDelimited = onlyDelimited;
            this.last = complement ? Long.MAX_VALUE : ranges.last();
        }

        boolean bytes(Lines lines, UtilityOutput output) {
            byte[] line = lines.bytes();
            int length = (int) Math.min(last, lines.end() - lines.start());
            boolean any = false;
            boolean before = false;
            for (int position = 1; position <= length; position++) {
                boolean taken = ranges.has(position) != complement;
                if (taken) {
                    if (any && joint.length > 0 && (!before || (!complement && ranges.beginsAt(position)))) {
                        output.write(joint, 0, joint.length);
                    }
                    output.write(line[lines.start() + position - 1]);
                    any = true;
                }
                before = taken;
            }
            return true;
        }

        boolean fields(Lines lines, byte separator, UtilityOutput output) {
            byte[] line = lines.bytes();
            int end = lines.end();
            int from = lines.start();
            int to = indexOf(separator, line, from, end);
            if (to == end) {
                if (!onlyDelimited) {
                    output.write(line, from, end - from);
                }
                return !onlyDelimited;
            }
            boolean any = false;
            for (long field = 1; field <= last; field++) {
                if (ranges.has(field) != complement) {
                    if (any) {
                        output.write(joint, 0, joint.length);
                    }
                    output.write(line, from, to - from);
                    any = true;
                }
                if (to == end) {
                    break;
                }
                from = to + 1;
                to = indexOf(separator, line, from, end);
            }
            return true;
        }

        private static int indexOf(byte wanted, byte[] line, int from, int end) {
            int at = from;
            while (at < end && line[at] != wanted) {
                at++;
            }
            return at;
        }
    }
}

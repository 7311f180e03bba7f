// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.io.InputStream;

/** {@code cat}: {@code -A -b -e -E -n -s -t -T -u -v}. */
final class Cat implements Utility {
    private boolean ends;
    private boolean tabs;
    private boolean marks;
    private boolean numbers;
    private boolean onlyFull;
    private boolean squeeze;
    private long number;
    private boolean lineBegins = true;
    private boolean lastEmpty;

    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(
                call,
                "A,show-all b,number-nonblank e E,show-ends n,number s,squeeze-blank t T,show-tabs u v,show-nonprinting");
        boolean all = options.has("A");
        ends = all || options.has("e") || options.has("E");
        tabs = all || options.has("t") || options.has("T");
        marks = all || options.has("e") || options.has("t") || options.has("v");
        onlyFull = options.has("b");
        numbers = onlyFull || options.has("n");
        squeeze = options.has("s");
        boolean plain = !(ends || tabs || marks || numbers || squeeze);
        int status = 0;
        for (String operand : options.files()) {
            try (InputStream stream = call.open(operand)) {
                if (plain) {
                    copy(stream, call.output());
                } else {
                    show(stream, call.output());
                }
            } catch (IOException e) {
                call.error(operand, e);
                status = 1;
            }
        }
        return status;
    }

    /** Copies what comes as it comes. */
    static void copy(InputStream stream, UtilityOutput output) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
            output.write(buffer, 0, count);
            output.flush();
        }
    }

    private void show(InputStream stream, UtilityOutput output) throws IOException {
        Lines lines = new Lines(stream, false);
        while (lines.advance()) {
            byte[] line = lines.line();
            boolean empty = line.length == 0 && lineBegins;
            if (squeeze && empty && lines.isComplete() && lastEmpty) {
                continue;
            }
            lastEmpty = empty;
            if (numbers && lineBegins && !(onlyFull && empty)) {
                output.print(String.format(java.util.Locale.ROOT, "%6d\t", ++number));
            }
            // A carriage return before the end of a line is shown even where others are not.
            boolean mark = ends && !marks && lines.isComplete() && line.length > 0 && line[line.length - 1] == '\r';
            for (int i = 0; i < line.length - (mark ? 1 : 0); i++) {
                show(line[i] & 0xff, output);
            }
            output.print(mark ? "^M" : "");
            lineBegins = lines.isComplete();
            if (lineBegins) {
                output.print(ends ? "$\n" : "\n");
            }
        }
    }

    private void show(int octet, UtilityOutput output) {
        if (octet == '\t') {
            output.print(tabs ? "^I" : "\t");
        } else if (!marks) {
            output.write(octet);
        } else {
            int low = octet & 0x7f;
            output.print(octet >= 0x80 ? "M-" : "");
            output.print(low < 0x20 ? "^" + (char) (low + 0x40) : low == 0x7f ? "^?" : String.valueOf((char) low));
        }
    }
}

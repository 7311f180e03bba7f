// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** {@code wc}: {@code -c -l -L -m -w}. */
final class Wc implements Utility {
    private static final int LINES = 0;
    private static final int WORDS = 1;
    private static final int CHARACTERS = 2;
    private static final int BYTES = 3;
    private static final int WIDEST = 4;
    private static final String[] KEYS = {"l", "w", "m", "c", "L"};

    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(call, "c,bytes l,lines L,max-line-length m,chars w,words");
        boolean[] shown = new boolean[KEYS.length];
        int columns = 0;
        for (int i = 0; i < KEYS.length; i++) {
            shown[i] = options.has(KEYS[i]);
            columns += shown[i] ? 1 : 0;
        }
        if (columns == 0) {
            shown[LINES] = true;
            shown[WORDS] = true;
            shown[BYTES] = true;
            columns = 3;
        }
        int status = 0;
        List<String> names = new ArrayList<>();
        List<long[]> counts = new ArrayList<>();
        long[] total = new long[KEYS.length];
        long size = 0;
        boolean regular = true;
        for (String operand : options.files()) {
            try (InputStream stream = call.open(operand)) {
                long[] count = count(stream, shown);
                names.add(options.operands().isEmpty() ? "" : operand);
                counts.add(count);
                regular &= !operand.equals("-");
                size += count[BYTES];
                for (int i = 0; i < total.length; i++) {
                    total[i] = i == WIDEST ? Math.max(total[i], count[i]) : total[i] + count[i];
                }
            } catch (IOException e) {
                call.error(operand, e);
                if (UtilityCall.reason(e).equals("Is a directory")) {
                    names.add(operand);
                    counts.add(new long[KEYS.length]);
                    regular = false;
                }
                status = 1;
            }
        }
        if (options.files().size() > 1) {
            names.add("total");
            counts.add(total);
        }
        int width = columns == 1 && options.files().size() == 1
                ? 1
                : regular ? Long.toString(size).length() : 7;
        for (int row = 0; row < names.size(); row++) {
            print(call.output(), names.get(row), counts.get(row), shown, width);
        }
        return status;
    }

    private static void print(UtilityOutput output, String name, long[] counts, boolean[] shown, int width) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < counts.length; i++) {
            if (shown[i]) {
                String number = Long.toString(counts[i]);
                line.append(line.isEmpty() ? "" : " ")
                        .append(" ".repeat(Math.max(0, width - number.length())))
                        .append(number);
            }
        }
        output.line(line + (name.isEmpty() ? "" : " " + name));
    }

    private static long[] count(InputStream stream, boolean[] shown) throws IOException {
        WordCount count = new WordCount(shown[WORDS], shown[CHARACTERS] || shown[WIDEST]);
        byte[] block = new byte[64 * 1024];
        for (int got = stream.read(block); got >= 0; got = stream.read(block)) {
            count.add(block, got);
        }
        return new long[] {count.lines(), count.words(), count.characters(), count.bytes(), count.widest()};
    }
}

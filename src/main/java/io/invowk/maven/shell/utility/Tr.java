// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code tr}: {@code -c -C -d -s -t}. */
final class Tr implements Utility {
    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(call, "c,C,complement d,delete s,squeeze-repeats t,truncate-set1");
        boolean delete = options.has("d");
        boolean squeeze = options.has("s");
        int needed = delete == squeeze ? 2 : 1;
        options.requireOperands(needed);
        options.allowOperands(delete && !squeeze ? 1 : 2);
        ByteSet first = new ByteSet(options, options.operands().get(0));
        List<Integer> from = options.has("c") ? complement(first.octets(0)) : first.octets(0);
        boolean hasSecond = options.operands().size() > 1;
        ByteSet second = new ByteSet(options, hasSecond ? options.operands().get(1) : "");
        List<Integer> to = new ArrayList<>(second.octets(from.size()));
        boolean translate = !delete && hasSecond;
        int[] map = new int[256];
        for (int i = 0; i < 256; i++) {
            map[i] = i;
        }
        if (translate) {
            if (to.isEmpty() && !options.has("t")) {
                throw options.usage("when not truncating set1, string2 must be non-empty");
            }
            translate(from, to, options.has("t"), map);
        }
        boolean[] deleted = set(delete ? from : List.of());
        boolean[] squeezed = set(squeeze ? (hasSecond ? to : from) : List.of());
        byte[] buffer = new byte[64 * 1024];
        int last = -1;
        for (int count = call.input().read(buffer);
                count >= 0;
                count = call.input().read(buffer)) {
            for (int i = 0; i < count; i++) {
                int octet = buffer[i] & 0xff;
                if (deleted[octet]) {
                    continue;
                }
                int shown = map[octet];
                if (!(squeezed[shown] && shown == last)) {
                    call.output().write(shown);
                }
                last = shown;
            }
        }
        return 0;
    }

    private static void translate(List<Integer> from, List<Integer> to, boolean truncate, int[] map) {
        int size = truncate ? Math.min(from.size(), to.size()) : from.size();
        for (int i = 0; i < size; i++) {
            map[from.get(i)] = to.get(Math.min(i, to.size() - 1));
        }
    }

    private static List<Integer> complement(List<Integer> octets) {
        boolean[] in = set(octets);
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            if (!in[i]) {
                others.add(i);
            }
        }
        return others;
    }

    private static boolean[] set(List<Integer> octets) {
        boolean[] in = new boolean[256];
        octets.forEach(octet -> in[octet] = true);
        return in;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.io.InputStream;
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
        byte[] map = new byte[256];
        for (int i = 0; i < 256; i++) {
            map[i] = (byte) i;
        }
        if (translate) {
            if (to.isEmpty() && !options.has("t")) {
                throw options.usage("when not truncating set1, string2 must be non-empty");
            }
            translate(from, to, options.has("t"), map);
        }
        boolean[] deleted = set(delete ? from : List.of());
        boolean[] squeezed = set(squeeze ? (hasSecond ? to : from) : List.of());
        Filter filter = new Filter(map, deleted, squeezed, !delete && !squeeze);
        InputStream input = call.input();
        byte[] buffer = new byte[64 * 1024];
        for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
            call.output().write(buffer, 0, filter.apply(buffer, count));
        }
        return 0;
    }

    private static void translate(List<Integer> from, List<Integer> to, boolean truncate, byte[] map) {
        int size = truncate ? Math.min(from.size(), to.size()) : from.size();
        for (int i = 0; i < size; i++) {
            map[from.get(i)] = to.get(Math.min(i, to.size() - 1)).byteValue();
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

    /** Changes blocks of bytes in their place. */
    private static final class Filter {
        private final byte[] map;
        private final boolean[] deleted;
        private final boolean[] squeezed;
        private final boolean onlyMap;
        private int last = -1;

        Filter(byte[] map, boolean[] deleted, boolean[] squeezed, boolean onlyMap) {
            this.map = map;
            this.deleted = deleted;
            this.squeezed = squeezed;
            this.onlyMap = onlyMap;
        }

        /** Changes the first bytes of a block; how many are left. */
        int apply(byte[] block, int count) {
            return onlyMap ? map(block, count) : filter(block, count);
        }

        private int map(byte[] block, int count) {
            for (int i = 0; i < count; i++) {
                block[i] = map[block[i] & 0xff];
            }
            return count;
        }

        private int filter(byte[] block, int count) {
            int kept = 0;
            for (int i = 0; i < count; i++) {
                int octet = block[i] & 0xff;
                if (deleted[octet]) {
                    continue;
                }
                int shown = map[octet] & 0xff;
                if (!(squeezed[shown] && shown == last)) {
                    block[kept++] = (byte) shown;
                }
                last = shown;
            }
            return kept;
        }
    }
}

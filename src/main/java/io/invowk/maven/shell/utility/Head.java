// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** {@code head}: {@code -c -n -q -v -z}, and {@code -NUMBER}. */
final class Head implements Utility {
    /** The greatest array. */
    private static final int MAX_HELD = Integer.MAX_VALUE - 8;

    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(
                call, withNumber(call.arguments()), "c,bytes= n,lines= q,quiet,silent v,verbose z,zero-terminated", 1);
        boolean bytes = options.last("c", "n").equals("c");
        String text = options.value(bytes ? "c" : "n").orElse("10");
        boolean allBut = text.startsWith("-");
        OptionalLong count = Numbers.size(allBut ? text.substring(1) : text);
        if (count.isEmpty()) {
            throw options.usage("invalid number of " + (bytes ? "bytes" : "lines") + ": '" + text + "'");
        }
        Headings headings = new Headings(options);
        int status = 0;
        for (String operand : options.files()) {
            try (InputStream stream = call.open(operand)) {
                headings.print(operand);
                if (bytes) {
                    bytes(stream, count.getAsLong(), allBut, call.output());
                } else {
                    lines(new Lines(stream, options.has("z")), count.getAsLong(), allBut, options, call.output());
                }
            } catch (IOException e) {
                UtilityCall.rethrowInterrupt(e);
                String problem = UtilityCall.reason(e);
                call.error(
                        problem.equals("Is a directory")
                                ? "error reading '" + operand + "': Is a directory"
                                : "cannot open '" + operand + "' for reading: " + problem);
                status = 1;
            }
        }
        return status;
    }

    /** {@code -5} as {@code -n 5}. */
    static List<String> withNumber(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.get(0).matches("-[0-9]+")) {
            return arguments;
        }
        List<String> changed = new ArrayList<>(List.of("-n", arguments.get(0).substring(1)));
        changed.addAll(arguments.subList(1, arguments.size()));
        return changed;
    }

    private static void bytes(InputStream stream, long count, boolean allBut, UtilityOutput output) throws IOException {
        if (allBut) {
            bytesBefore(stream, (int) Math.min(count, MAX_HELD), output);
            return;
        }
        byte[] buffer = new byte[32 * 1024];
        long rest = count;
        while (rest > 0) {
            int got = stream.read(buffer, 0, (int) Math.min(rest, buffer.length));
            if (got < 0) {
                return;
            }
            output.write(buffer, 0, got);
            rest -= got;
        }
    }

    /** All but the last bytes: as many are held in a ring. */
    private static void bytesBefore(InputStream stream, int held, UtilityOutput output) throws IOException {
        byte[] ring = new byte[0];
        byte[] block = new byte[32 * 1024];
        int length = 0;
        int at = 0;
        for (int got = stream.read(block); got >= 0; got = stream.read(block)) {
            for (int i = 0; i < got; i++) {
                if (length < held) {
                    if (length == ring.length) {
                        ring = Arrays.copyOf(ring, (int) Math.min(held, Math.max(block.length, 2L * length)));
                    }
                    ring[length++] = block[i];
                } else if (held == 0) {
                    output.write(block[i]);
                } else {
                    output.write(ring[at]);
                    ring[at] = block[i];
                    at = at + 1 == held ? 0 : at + 1;
                }
            }
        }
    }

    private static void lines(Lines lines, long count, boolean allBut, Options options, UtilityOutput output)
            throws IOException {
        int delimiter = options.has("z") ? 0 : '\n';
        if (allBut) {
            java.util.ArrayDeque<byte[]> held = new java.util.ArrayDeque<>();
            while (lines.advance()) {
                byte[] line = lines.line();
                held.add(line);
                if (held.size() > count) {
                    byte[] first = held.remove();
                    output.write(first, 0, first.length);
                    if (!held.isEmpty() || lines.isComplete()) {
                        output.write(delimiter);
                    }
                }
            }
            return;
        }
        for (long i = 0; i < count; i++) {
            if (!lines.advance()) {
                return;
            }
            byte[] line = lines.line();
            output.write(line, 0, line.length);
            if (lines.isComplete()) {
                output.write(delimiter);
            }
        }
    }
}

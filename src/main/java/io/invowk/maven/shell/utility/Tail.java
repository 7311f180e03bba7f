// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** {@code tail}: {@code -c -f -n -q -s -v -z}, and {@code -NUMBER}. */
final class Tail implements Utility {
    private static final long POLL_MILLIS = 200;

    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(
                call,
                withNumber(call.arguments()),
                "c,bytes= f,follow F n,lines= q,quiet,silent s,sleep-interval= v,verbose z,zero-terminated",
                1);
        if (options.operands().size() > 1 && call.arguments().get(0).matches("[-+][0-9]+")) {
            throw options.usage("option used in invalid context -- "
                    + call.arguments().get(0).charAt(1));
        }
        boolean bytes = options.last("c", "n").equals("c");
        String text = options.value(bytes ? "c" : "n").orElse("10");
        boolean fromStart = text.startsWith("+");
        OptionalLong count = Numbers.size(fromStart || text.startsWith("-") ? text.substring(1) : text);
        if (count.isEmpty()) {
            throw options.usage("invalid number of " + (bytes ? "bytes" : "lines") + ": '" + text + "'");
        }
        boolean follow = options.has("f") || options.has("F");
        if (follow && options.operands().size() > 1) {
            throw options.usage("cannot follow more than one file");
        }
        if (count.getAsLong() == 0 && !fromStart && !follow) {
            return 0;
        }
        Headings headings = new Headings(options);
        int status = 0;
        for (String operand : options.files()) {
            try (InputStream stream = call.open(operand)) {
                headings.print(operand);
                if (bytes) {
                    bytes(stream, count.getAsLong(), fromStart, call.output());
                } else {
                    lines(stream, count.getAsLong(), fromStart, options.has("z"), call.output());
                }
                if (follow && !operand.equals("-")) {
                    follow(stream, call.output());
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

    private static List<String> withNumber(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.get(0).matches("[-+][0-9]+")) {
            return arguments;
        }
        List<String> changed = new ArrayList<>(List.of("-n", arguments.get(0)));
        changed.addAll(arguments.subList(1, arguments.size()));
        return changed;
    }

    private static void bytes(InputStream stream, long count, boolean fromStart, UtilityOutput output)
            throws IOException {
        if (fromStart) {
            stream.skipNBytes(0);
            for (long i = 1; i < count && stream.read() >= 0; i++) {
                // What is before the first byte is not shown.
            }
            Cat.copy(stream, output);
            return;
        }
        int size = (int) Math.min(count, Integer.MAX_VALUE - 8);
        byte[] held = new byte[Math.min(size, 64 * 1024)];
        byte[] block = new byte[64 * 1024];
        int length = 0;
        for (int got = stream.read(block); got >= 0; got = stream.read(block)) {
            int kept = (int) Math.min((long) size - Math.min(got, size), length);
            int added = Math.min(got, size);
            if (kept + added > held.length) {
                held = java.util.Arrays.copyOf(held, (int) Math.min(size, Math.max(held.length * 2L, kept + added)));
            }
            System.arraycopy(held, length - kept, held, 0, kept);
            System.arraycopy(block, got - added, held, kept, added);
            length = kept + added;
        }
        output.write(held, 0, length);
    }

    private static void lines(InputStream stream, long count, boolean fromStart, boolean zero, UtilityOutput output)
            throws IOException {
        Lines lines = new Lines(stream, zero);
        int delimiter = zero ? 0 : '\n';
        ArrayDeque<byte[]> held = new ArrayDeque<>();
        boolean complete = true;
        long number = 0;
        while (lines.advance()) {
            byte[] line = lines.line();
            number++;
            complete = lines.isComplete();
            if (fromStart) {
                if (number >= count) {
                    output.write(line, 0, line.length);
                    if (complete) {
                        output.write(delimiter);
                    }
                }
            } else {
                held.add(line);
                if (held.size() > count) {
                    held.remove();
                }
            }
        }
        while (!held.isEmpty()) {
            byte[] line = held.remove();
            output.write(line, 0, line.length);
            if (complete || !held.isEmpty()) {
                output.write(delimiter);
            }
        }
    }

    private static void follow(InputStream stream, UtilityOutput output) throws IOException {
        while (true) {
            Cat.copy(stream, output);
            output.flush();
            Sleep.millis(POLL_MILLIS);
        }
    }
}

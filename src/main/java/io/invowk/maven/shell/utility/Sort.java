// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** {@code sort}: {@code -b -c -C -d -f -g -h -i -k -m -M -n -o -r -R -s -S -t -T -u -V -z}; by bytes. */
final class Sort implements Utility {
    private static final int FAILURE = 2;

    /** What lines take in memory before they go to temporary files. */
    private static final long MAX_BYTES = 32L * 1024 * 1024;

    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(
                call,
                call.arguments(),
                "b,ignore-leading-blanks c,check C d,dictionary-order f,ignore-case g,general-numeric-sort"
                        + " h,human-numeric-sort i,ignore-nonprinting k,key= m,merge M,month-sort n,numeric-sort o,output= r,reverse R,random-sort random-source= sort= parallel= batch-size= compress-program= debug"
                        + " s,stable S,buffer-size= t,field-separator= T,temporary-directory= u,unique V,version-sort z,zero-terminated",
                FAILURE);
        Comparator<byte[]> keys = keys(options);
        boolean check = options.has("c") || options.has("C");
        if (check && options.operands().size() > 1) {
            throw options.usage(
                    "extra operand '" + options.operands().get(1) + "' not allowed with -" + options.last("c", "C"));
        }
        Comparator<byte[]> all = keys;
        if (!options.has("s") && !options.has("u")) {
            Comparator<byte[]> last = Arrays::compareUnsigned;
            all = all.thenComparing(options.has("r") ? last.reversed() : last);
        }
        if (check) {
            return check(call, options.has("u") ? keys : all, options);
        }
        try (LineSorter sorter = new LineSorter(all, options.has("z"), memory(options), directory(call, options))) {
            for (String operand : options.files()) {
                read(call, options, operand, sorter::add);
            }
            write(call, options, sorter, keys);
        }
        return 0;
    }

    /** Gives the lines of a file to a target. */
    private static void read(UtilityCall call, Options options, String operand, LineSorter.Target target)
            throws IOException {
        try (InputStream stream = open(call, operand)) {
            Lines reader = new Lines(stream, options.has("z"));
            while (advance(reader, operand)) {
                target.line(reader.line());
            }
        }
    }

    private static InputStream open(UtilityCall call, String operand) throws IOException {
        try {
            return call.open(operand);
        } catch (IOException e) {
            throw unreadable(operand, e);
        }
    }

    private static boolean advance(Lines reader, String operand) throws IOException {
        try {
            return reader.advance();
        } catch (IOException e) {
            throw unreadable(operand, e);
        }
    }

    private static UtilityException unreadable(String operand, IOException e) throws IOException {
        UtilityCall.rethrowInterrupt(e);
        String reason = UtilityCall.reason(e);
        return new UtilityException(
                FAILURE,
                (reason.equals("Is a directory") ? "read failed: " : "cannot read: ") + operand + ": " + reason);
    }

    /** What lines may take in memory: {@code -S}, a number of KiB if it has no unit, but never more than usual. */
    private static long memory(Options options) {
        String text = options.value("S").orElse("");
        String size = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1)) ? text + "K" : text;
        return Math.min(MAX_BYTES, Numbers.size(size).orElse(MAX_BYTES));
    }

    /** Where temporary files go: {@code -T}, else {@code TMPDIR}, else where this machine puts them. */
    private static Path directory(UtilityCall call, Options options) {
        String usual = call.environment().getOrDefault("TMPDIR", "");
        String text = options.value("T").orElse(usual);
        return call.path(text.isEmpty() ? System.getProperty("java.io.tmpdir") : text);
    }

    private static Comparator<byte[]> keys(Options options) {
        StringBuilder global = new StringBuilder();
        for (Options.Given given : options.given()) {
            if (given.key().equals("sort")) {
                global.append(byName(given.value()));
            } else if ("bdfghinMrV".contains(given.key())) {
                global.append(given.key());
            }
        }
        int separator = -1;
        if (options.has("t")) {
            byte[] text = options.value("t").orElse("").getBytes(StandardCharsets.UTF_8);
            boolean zero = Arrays.equals(text, new byte[] {'\\', '0'});
            if (text.length != 1 && !zero) {
                throw options.usage(
                        text.length == 0
                                ? "empty tab"
                                : "multi-character tab '" + options.value("t").orElse("") + "'");
            }
            separator = zero ? 0 : text[0] & 0xff;
        }
        if (options.has("R") || options.value("sort").filter("random"::equals).isPresent()) {
            long seed = new Random().nextLong();
            return Comparator.comparingLong((byte[] line) -> shuffled(seed, line))
                    .thenComparing(Arrays::compareUnsigned);
        }
        List<Comparator<byte[]>> keys = new ArrayList<>();
        for (Options.Given given : options.given()) {
            if (given.key().equals("k")) {
                keys.add(SortKey.of(options, given.value(), global.toString(), separator));
            }
        }
        if (keys.isEmpty()) {
            return SortKey.ofLine(global.toString());
        }
        Comparator<byte[]> all = keys.get(0);
        for (Comparator<byte[]> key : keys.subList(1, keys.size())) {
            all = all.thenComparing(key);
        }
        return all;
    }

    /** Where a line comes in a random order; equal lines come together. */
    private static long shuffled(long seed, byte[] line) {
        long hash = seed;
        for (byte each : line) {
            hash = (hash ^ each) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    /** The letter of an order of {@code --sort}. */
    private static String byName(String name) {
        return switch (name) {
            case "general-numeric" -> "g";
            case "human-numeric" -> "h";
            case "month" -> "M";
            case "numeric" -> "n";
            case "random" -> "";
            case "version" -> "V";
            default -> throw new UtilityException(1, "invalid argument '" + name + "' for '--sort'");
        };
    }

    /** Whether the lines of a file are in order; only the line before is kept. */
    private static int check(UtilityCall call, Comparator<byte[]> order, Options options) throws IOException {
        String operand = options.files().get(0);
        try (InputStream stream = open(call, operand)) {
            Lines reader = new Lines(stream, options.has("z"));
            byte[] before = null;
            for (long number = 1; advance(reader, operand); number++) {
                byte[] line = reader.line();
                int compared = before == null ? -1 : order.compare(before, line);
                if (compared > 0 || (compared == 0 && options.has("u"))) {
                    if (options.has("c")) {
                        call.error(operand + ":" + number + ": disorder: " + UtilityCall.text(line));
                    }
                    return 1;
                }
                before = line;
            }
        }
        return 0;
    }

    private static void write(UtilityCall call, Options options, LineSorter sorter, Comparator<byte[]> keys)
            throws IOException {
        String file = options.value("o").orElse("-");
        if (file.equals("-")) {
            write(options, sorter, keys, call.output());
            return;
        }
        try (OutputStream stream = Files.newOutputStream(call.path(file))) {
            UtilityOutput output = new UtilityOutput(stream);
            write(options, sorter, keys, output);
            output.flush();
        } catch (FileSystemException e) {
            throw new UtilityException(FAILURE, "open failed: " + file + ": " + UtilityCall.reason(e));
        }
    }

    private static void write(Options options, LineSorter sorter, Comparator<byte[]> keys, UtilityOutput output)
            throws IOException {
        int delimiter = options.has("z") ? 0 : '\n';
        boolean unique = options.has("u");
        List<byte[]> before = new ArrayList<>();
        sorter.finish(line -> {
            if (unique) {
                if (!before.isEmpty() && keys.compare(before.get(0), line) == 0) {
                    return;
                }
                before.clear();
                before.add(line);
            }
            output.write(line, 0, line.length);
            output.write(delimiter);
        });
    }
}

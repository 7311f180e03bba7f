// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** {@code sort}: {@code -b -c -C -d -f -g -h -i -k -m -M -n -o -r -s -S -t -T -u -V -z}; by bytes. */
final class Sort implements Utility {
    private static final int FAILURE = 2;

    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(
                call,
                call.arguments(),
                "b,ignore-leading-blanks c,check C d,dictionary-order f,ignore-case g,general-numeric-sort"
                        + " h,human-numeric-sort i,ignore-nonprinting k,key= m,merge M,month-sort n,numeric-sort o,output= r,reverse"
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
        List<byte[]> lines = new ArrayList<>();
        for (String operand : options.files()) {
            try (InputStream stream = call.open(operand)) {
                Lines reader = new Lines(stream, options.has("z"));
                while (reader.advance()) {
                    byte[] line = reader.line();
                    lines.add(line);
                }
            } catch (IOException e) {
                UtilityCall.rethrowInterrupt(e);
                throw new UtilityException(
                        FAILURE,
                        (UtilityCall.reason(e).equals("Is a directory") ? "read failed: " : "cannot read: ") + operand
                                + ": " + UtilityCall.reason(e));
            }
        }
        if (check) {
            return check(call, lines, options.has("u") ? keys : all, options);
        }
        lines.sort(all);
        write(call, options, lines, keys);
        return 0;
    }

    private static Comparator<byte[]> keys(Options options) {
        StringBuilder global = new StringBuilder();
        for (Options.Given given : options.given()) {
            if ("bdfghinMrV".contains(given.key())) {
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

    private static int check(UtilityCall call, List<byte[]> lines, Comparator<byte[]> order, Options options) {
        for (int i = 1; i < lines.size(); i++) {
            int compared = order.compare(lines.get(i - 1), lines.get(i));
            if (compared > 0 || (compared == 0 && options.has("u"))) {
                if (options.has("c")) {
                    call.error(
                            options.files().get(0) + ":" + (i + 1) + ": disorder: " + UtilityCall.text(lines.get(i)));
                }
                return 1;
            }
        }
        return 0;
    }

    private static void write(UtilityCall call, Options options, List<byte[]> lines, Comparator<byte[]> keys)
            throws IOException {
        String file = options.value("o").orElse("-");
        UtilityOutput output =
                file.equals("-") ? call.output() : new UtilityOutput(Files.newOutputStream(call.path(file)));
        byte[] before = null;
        for (byte[] line : lines) {
            if (options.has("u") && before != null && keys.compare(before, line) == 0) {
                continue;
            }
            output.write(line, 0, line.length);
            output.write(options.has("z") ? 0 : '\n');
            before = line;
        }
        output.flush();
    }
}

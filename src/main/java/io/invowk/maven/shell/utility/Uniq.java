// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;

/** {@code uniq}: {@code -c -d -D -f -i -s -u -w -z}. */
final class Uniq implements Utility {
    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(
                call,
                "c,count d,repeated D,all-repeated f,skip-fields= i,ignore-case s,skip-chars= u,unique w,check-chars= z,zero-terminated");
        options.allowOperands(2);
        String input = options.operands().isEmpty() ? "-" : options.operands().get(0);
        boolean toFile =
                options.operands().size() > 1 && !options.operands().get(1).equals("-");
        UtilityOutput output = toFile
                ? new UtilityOutput(
                        Files.newOutputStream(call.path(options.operands().get(1))))
                : call.output();
        try (InputStream stream = call.open(input)) {
            group(new Lines(stream, options.has("z")), options, output);
        } catch (IOException e) {
            call.error(input, e);
            return 1;
        } finally {
            output.flush();
        }
        return 0;
    }

    private static void group(Lines lines, Options options, UtilityOutput output) throws IOException {
        int skipFields = number(options, "f");
        int skipChars = number(options, "s");
        int width = options.has("w") ? number(options, "w") : Integer.MAX_VALUE;
        byte[] first = {};
        byte[] key = {};
        long count = 0;
        while (lines.advance()) {
            byte[] line = lines.line();
            byte[] next = key(line, skipFields, skipChars, width, options.has("i"));
            if (count > 0 && Arrays.equals(key, next)) {
                count++;
                if (options.has("D")) {
                    if (count == 2) {
                        write(first, options, output);
                    }
                    write(line, options, output);
                }
                continue;
            }
            end(first, count, options, output);
            first = line;
            key = next;
            count = 1;
        }
        end(first, count, options, output);
    }

    private static void end(byte[] line, long count, Options options, UtilityOutput output) {
        boolean hidden = (options.has("d") && count == 1) || (options.has("u") && count > 1) || options.has("D");
        if (count == 0 || hidden) {
            return;
        }
        if (options.has("c")) {
            output.print(String.format(Locale.ROOT, "%7d ", count));
        }
        write(line, options, output);
    }

    private static void write(byte[] line, Options options, UtilityOutput output) {
        output.write(line, 0, line.length);
        output.write(options.has("z") ? 0 : '\n');
    }

    private static int number(Options options, String key) {
        String text = options.value(key).orElse("0");
        if (!text.matches("[0-9]{1,9}")) {
            throw options.usage(text + ": invalid number of "
                    + (key.equals("f") ? "fields to skip" : "bytes to " + (key.equals("s") ? "skip" : "compare")));
        }
        return Integer.parseInt(text);
    }

    private static byte[] key(byte[] line, int skipFields, int skipChars, int width, boolean ignoreCase) {
        int at = 0;
        for (int i = 0; i < skipFields && at < line.length; i++) {
            while (at < line.length && isBlank(line[at])) {
                at++;
            }
            while (at < line.length && !isBlank(line[at])) {
                at++;
            }
        }
        at = Math.min(line.length, at + skipChars);
        byte[] key = Arrays.copyOfRange(line, at, (int) Math.min(line.length, (long) at + width));
        for (int i = 0; ignoreCase && i < key.length; i++) {
            key[i] = (byte) (key[i] >= 'a' && key[i] <= 'z' ? key[i] - 32 : key[i]);
        }
        return key;
    }

    private static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t';
    }
}

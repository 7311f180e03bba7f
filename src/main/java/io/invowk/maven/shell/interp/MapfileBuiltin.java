// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.state.Attribute;
import io.invowk.maven.shell.state.Variable;
import io.invowk.maven.shell.text.ByteText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** {@code mapfile}: lines of input as an array; options {@code -d -n -O -s -t -u}. */
final class MapfileBuiltin implements Builtin {
    @Override
    public int run(Invocation call) throws IOException {
        OptionReader options = new OptionReader(call.arguments(), "d:n:O:s:tu:");
        int delimiter = '\n';
        long most = Integer.MAX_VALUE;
        long skip = 0;
        long first = -1;
        int descriptor = 0;
        boolean trim = false;
        for (char option = options.next(); option != '\0'; option = options.next()) {
            switch (option) {
                case 'd' ->
                    delimiter = options.value().isEmpty() ? 0 : options.value().charAt(0);
                case 'n' -> most = number(options.value()) == 0 ? Integer.MAX_VALUE : number(options.value());
                case 's' -> skip = number(options.value());
                case 'O' -> first = number(options.value());
                case 'u' -> descriptor = (int) number(options.value());
                default -> trim = true;
            }
        }
        List<String> rest = options.rest();
        String name = rest.isEmpty() ? "MAPFILE" : rest.get(0);
        call.checkName(name);
        Variable variable = call.environment().variables.getWritable(name);
        variable.set(Attribute.INDEXED, true);
        if (first < 0) {
            variable.clear();
        }
        OpenFile file = call.environment().descriptors.get(descriptor);
        Input input = file == null ? null : file.input();
        if (input == null) {
            return call.fail(1, descriptor + ": invalid file descriptor: Bad file descriptor");
        }
        long index = Math.max(0, first);
        for (long count = 0; count < most + skip; count++) {
            byte[] line = line(input, delimiter);
            if (line.length == 0) {
                break;
            }
            if (count >= skip) {
                boolean cut = trim && (line[line.length - 1] & 0xff) == delimiter;
                variable.setElement(index++, ByteText.decode(line, 0, cut ? line.length - 1 : line.length));
            }
        }
        return 0;
    }

    private static long number(String text) {
        return WholeNumber.upTo(Integer.MAX_VALUE, text)
                .orElseThrow(() -> new UsageException(1, text + ": invalid number"));
    }

    /** The next line with its delimiter; empty at the end. */
    private static byte[] line(Input input, int delimiter) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(80);
        int c = input.read();
        while (c >= 0) {
            bytes.write(c);
            if (c == delimiter) {
                break;
            }
            c = input.read();
        }
        return bytes.toByteArray();
    }
}

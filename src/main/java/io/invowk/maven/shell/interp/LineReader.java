// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.text.ByteText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads lines from a descriptor, and not a byte more. */
final class LineReader {
    private LineReader() {}

    /**
     * The line that comes next, without its delimiter; null at the end of input.
     *
     * @param completeOnly whether text without a delimiter at the end of input counts as no line
     */
    static @Nullable String read(OpenFile file, int delimiter, boolean completeOnly) throws IOException {
        Input input = file.input();
        if (input == null) {
            throw new IOException("Bad file descriptor");
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        int c = input.read();
        while (c >= 0 && c != delimiter) {
            line.write(c);
            c = input.read();
        }
        if (c < 0 && (completeOnly || line.size() == 0)) {
            return null;
        }
        return ByteText.decode(line.toByteArray());
    }
}

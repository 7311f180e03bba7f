// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Keeps what is said, a letter for its kind in front. */
final class RecordedMessages implements Messages {
    final List<String> lines = new ArrayList<>();

    @Override
    public void output(String line) {
        lines.add("o " + line);
    }

    @Override
    public void info(String line) {
        lines.add("i " + line);
    }

    @Override
    public void warn(String text) {
        lines.add("w " + text);
    }

    @Override
    public void debug(Supplier<List<String>> more) {
        more.get().forEach(line -> lines.add("d " + line));
    }
}

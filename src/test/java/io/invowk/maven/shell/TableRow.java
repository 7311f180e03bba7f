// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A row of a table: a script, and what a shell must answer.
 *
 * @param different names of the reference shells that answer something else, for a reason in the table
 */
record TableRow(String script, List<String> different, int status, String output) {
    /** The rows of a table in the test's resources. */
    static List<TableRow> read(String name) throws IOException {
        String text;
        try (InputStream stream = Objects.requireNonNull(TableRow.class.getResourceAsStream("/shell/" + name))) {
            text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<TableRow> rows = new ArrayList<>();
        for (String row : text.substring(text.indexOf("%%\n") + 3).split("(?m)^%%\n")) {
            rows.add(parse(row));
        }
        return rows;
    }

    private static TableRow parse(String text) {
        int answer = text.indexOf("\n=> ");
        int lineEnd = text.indexOf('\n', answer + 1);
        StringBuilder script = new StringBuilder();
        List<String> different = new ArrayList<>();
        for (String line : text.substring(0, answer).split("\n", -1)) {
            if (line.startsWith("!dash:") || line.startsWith("!bash:")) {
                different.add(line.substring(1, 5));
            } else {
                script.append(line).append('\n');
            }
        }
        int status = Integer.parseInt(text.substring(answer + 4, lineEnd));
        return new TableRow(script.toString(), different, status, text.substring(lineEnd + 1));
    }

    @Override
    public String toString() {
        return script.strip();
    }
}

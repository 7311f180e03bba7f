// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import java.util.ArrayList;
import java.util.List;

/** Reads the body of a here-document: POSIX XCU 2.7.4. */
final class HereDocumentReader {
    private final Input in;
    private final HereDocument document;
    private final StringBuilder lines = new StringBuilder();
    private final List<Tabs> stripped = new ArrayList<>();

    private HereDocumentReader(Input in, HereDocument document) {
        this.in = in;
        this.document = document;
    }

    /** Tabs that were taken out before an offset of the body. */
    private record Tabs(int offset, int count) {}

    /** Reads the lines here, to the delimiter or the end of the text. */
    static void read(Input in, HereDocument document) {
        new HereDocumentReader(in, document).read();
    }

    private void read() {
        int start = in.at;
        boolean continued = false;
        while (!in.isAtEnd()) {
            String line = line(continued);
            if (!continued && isDelimiter(line)) {
                break;
            }
            lines.append(line);
            continued = document.isExpanded() && isContinued(line);
        }
        Input body = in.within(lines.toString(), start);
        stripped.forEach(tabs -> body.skipInSource(tabs.offset(), tabs.count()));
        document.setBody(
                document.isExpanded()
                        ? new WordReader(body, AliasLookup.NONE).document()
                        : Word.of(List.of(new WordPart.Quoted(lines.toString())), document.span()));
    }

    /** The line here with its line break. */
    private String line(boolean continued) {
        String text = in.text();
        int from = in.at;
        int lineEnd = text.indexOf('\n', from);
        in.at = lineEnd < 0 ? text.length() : lineEnd + 1;
        if (document.stripsTabs() && !continued) {
            int start = from;
            while (from < in.at && text.charAt(from) == '\t') {
                from++;
            }
            if (from > start) {
                stripped.add(new Tabs(lines.length(), from - start));
            }
        }
        return text.substring(from, in.at);
    }

    private boolean isDelimiter(String line) {
        String delimiter = document.delimiter();
        return line.equals(delimiter) || line.equals(delimiter + "\n") || line.equals(delimiter + "\r\n");
    }

    /** Whether a line ends in a backslash that quotes its line break. */
    private static boolean isContinued(String line) {
        if (!line.endsWith("\n")) {
            return false;
        }
        int at = line.length() - 2;
        int count = 0;
        while (at >= 0 && line.charAt(at) == '\\') {
            count++;
            at--;
        }
        return count % 2 == 1;
    }
}

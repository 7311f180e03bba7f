// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.diagnostic;

import java.util.List;

/** Diagnostics as text: a clickable first line, the source line with a caret, notes and help. */
public final class DiagnosticRenderer {
    /** At most this many problems are shown; the rest is counted. */
    public static final int MAX_SHOWN = 20;

    private DiagnosticRenderer() {}

    /** All problems, one block each, without a final line break. */
    public static String render(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics.subList(0, Math.min(MAX_SHOWN, diagnostics.size()))) {
            if (!out.isEmpty()) {
                out.append('\n');
            }
            render(diagnostic, out);
        }
        if (diagnostics.size() > MAX_SHOWN) {
            out.append("\n... and ").append(diagnostics.size() - MAX_SHOWN).append(" more");
        }
        return out.toString();
    }

    private static void render(Diagnostic diagnostic, StringBuilder out) {
        diagnostic.place().ifPresent(place -> out.append(place).append(": error: "));
        out.append(diagnostic.message());
        diagnostic.place().ifPresent(place -> renderLine(place, out));
        for (String note : diagnostic.notes()) {
            out.append("\n    = ").append(note);
        }
        diagnostic.help().ifPresent(help -> out.append("\n    = help: ").append(help));
    }

    private static void renderLine(Place place, StringBuilder out) {
        int number = place.position().line();
        String line = place.source().line(number);
        int start = Math.min(place.span().start() - place.source().lineStart(number), line.length());
        int end = Math.min(place.span().end() - place.source().lineStart(number), line.length());
        String gutter = "  " + number + " | ";
        out.append('\n').append(gutter).append(line).append('\n');
        out.append(" ".repeat(gutter.length() - 2)).append("| ");
        line.substring(0, start).codePoints().forEach(c -> out.append(c == '\t' ? '\t' : ' '));
        out.append("^".repeat(Math.max(1, line.codePointCount(start, Math.max(start, end)))));
    }
}

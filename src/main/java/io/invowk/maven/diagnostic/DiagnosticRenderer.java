// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.diagnostic;

import java.util.List;

/** Diagnostics as text: a clickable first line, the source line with a caret, notes and help. */
public final class DiagnosticRenderer {
    /** At most this many problems are shown; the rest is counted. */
    public static final int MAX_SHOWN = 20;

    /** Longer source lines, in chars, are shown in part. */
    static final int MAX_LINE = 200;

    private static final int FIRST_CONTROL_PICTURE = 0x2400;
    private static final int DELETE = 0x7f;
    private static final int DELETE_PICTURE = 0x2421;
    private static final int REPLACEMENT = 0xfffd;

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

    /** What is no error, without a final line break. */
    public static String renderWarning(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        render(diagnostic, "", out);
        return out.toString();
    }

    private static void render(Diagnostic diagnostic, StringBuilder out) {
        render(diagnostic, "error: ", out);
    }

    private static void render(Diagnostic diagnostic, String level, StringBuilder out) {
        diagnostic.place().ifPresent(place -> out.append(place).append(": ").append(level));
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
        Extract extract = Extract.of(line, start, Math.max(start, end));
        String gutter = "  " + number + " | ";
        out.append('\n').append(gutter);
        extract.text().codePoints().map(DiagnosticRenderer::visible).forEach(out::appendCodePoint);
        out.append('\n');
        out.append(" ".repeat(gutter.length() - 2)).append("| ");
        extract.before().codePoints().forEach(c -> out.append(c == '\t' ? '\t' : ' '));
        out.append("^"
                .repeat(Math.max(
                        1, extract.marked().codePointCount(0, extract.marked().length()))));
    }

    /** One code point for each, so that the caret stays where it belongs: a terminal obeys no picture of a control character. */
    private static int visible(int c) {
        if (c == '\t' || !Character.isISOControl(c)) {
            return c;
        }
        if (c < ' ') {
            return FIRST_CONTROL_PICTURE + c;
        }
        return c == DELETE ? DELETE_PICTURE : REPLACEMENT;
    }

    /** The part of a source line that is shown; a very long line is cut on both sides of what is marked. */
    private record Extract(String before, String marked, String after) {
        private static final String CUT = "...";

        static Extract of(String line, int start, int end) {
            if (line.length() <= MAX_LINE) {
                return new Extract(line.substring(0, start), line.substring(start, end), line.substring(end));
            }
            int from = boundary(line, Math.max(0, Math.min(start - MAX_LINE / 4, line.length() - MAX_LINE)));
            int to = boundary(line, Math.min(line.length(), from + MAX_LINE));
            int markedTo = Math.min(end, to);
            return new Extract(
                    (from > 0 ? CUT : "") + line.substring(from, start),
                    line.substring(start, markedTo),
                    line.substring(markedTo, to) + (to < line.length() ? CUT : ""));
        }

        private static int boundary(String line, int offset) {
            boolean inside = offset > 0 && offset < line.length() && Character.isLowSurrogate(line.charAt(offset));
            return inside ? offset - 1 : offset;
        }

        String text() {
            return before + marked + after;
        }
    }
}

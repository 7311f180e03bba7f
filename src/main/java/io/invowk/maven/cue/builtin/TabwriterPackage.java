// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.ANY;

import io.invowk.maven.cue.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The package {@code text/tabwriter}: columns of cells that end in tabs. */
final class TabwriterPackage extends StandardPackage {
    private static final int MIN_WIDTH = 0;
    private static final int TAB_WIDTH = 8;
    private static final int PADDING = 1;

    TabwriterPackage() {
        function("Write", a -> a.make().of(write(text(a))), ANY);
    }

    private static String text(Arguments a) {
        if (a.value(0) instanceof Value.ListValue) {
            StringBuilder lines = new StringBuilder();
            a.strings(0).forEach(line -> lines.append(line).append('\n'));
            return lines.toString();
        }
        if (a.value(0) instanceof Value.Str || a.value(0) instanceof Value.Bytes) {
            return a.text(0);
        }
        throw new CallException(
                "the text must be a string or a list of them, not " + a.value(0).kind());
    }

    private static String write(String text) {
        List<String[]> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(line.split("\t", -1));
        }
        int[][] widths = new int[lines.size()][];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = new int[lines.get(i).length];
        }
        measure(lines, widths, 0, lines.size(), 0);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i);
            for (int j = 0; j < cells.length; j++) {
                out.append(cells[j]);
                if (j < cells.length - 1) {
                    int gap = widths[i][j] - length(cells[j]);
                    out.append("\t".repeat((gap + TAB_WIDTH - 1) / TAB_WIDTH));
                }
            }
            out.append(i < lines.size() - 1 ? "\n" : "");
        }
        return out.toString();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    /** A column is a run of lines that all have a cell there which ends in a tab. */
    private static void measure(List<String[]> lines, int[][] widths, int from, int to, int column) {
        int i = from;
        while (i < to) {
            int end = i;
            int width = MIN_WIDTH;
            boolean empty = true;
            while (end < to && lines.get(end).length - 1 > column) {
                int cell = length(lines.get(end)[column]);
                empty &= cell == 0;
                width = Math.max(width, cell + PADDING);
                end++;
            }
            if (end == i) {
                i++;
                continue;
            }
            int rounded = empty ? TAB_WIDTH : (width + TAB_WIDTH - 1) / TAB_WIDTH * TAB_WIDTH;
            for (int line = i; line < end; line++) {
                widths[line][column] = rounded;
            }
            measure(lines, widths, i, end, column + 1);
            i = end;
        }
    }
}

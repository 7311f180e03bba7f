// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
    private final List<String> lines = new ArrayList<>();
    private final LineSplitter splitter = new LineSplitter(lines::add);

    private void feed(String... pieces) {
        for (String piece : pieces) {
            splitter.accept(piece.toCharArray(), piece.length());
        }
        splitter.end();
    }

    @Test
    void cutsAtLineFeedsAcrossPieces() {
        feed("a\nb", "c", "\n\n", "d\n");
        assertThat(lines).containsExactly("a", "bc", "", "d");
    }

    @Test
    void deliversALastLineWithoutLineBreak() {
        feed("a\nb");
        assertThat(lines).containsExactly("a", "b");
    }

    @Test
    void dropsOneCarriageReturnBeforeALineFeedAndKeepsOthers() {
        feed("a\r", "\n10%\r20%\r\n\r\n\r\r\n");
        assertThat(lines).containsExactly("a", "10%\r20%", "", "\r");
    }

    @Test
    void deliversNothingForAnEmptyStream() {
        feed("");
        assertThat(lines).isEmpty();
    }

    @Test
    void deliversAnEndlessLineInPieces() {
        String piece = "x".repeat(LineSplitter.MAX_LINE_CHARS + 1);
        feed(piece, "y\n");
        assertThat(lines).containsExactly(piece, "y");
    }
}

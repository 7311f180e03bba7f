// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {
    private static final SourceText SOURCE = new SourceText("invkfile.cue", "a: 1\r\n\tb:\t\"x😀y\" & 3\nc: {\n}");

    private static Place at(String text) {
        int start = SOURCE.text().indexOf(text);
        return new Place(SOURCE, new Span(start, start + text.length()));
    }

    @Test
    void pointsAtTheSpanWithNotesAndHelp() {
        Diagnostic diagnostic = Diagnostic.at(at("\"x😀y\""), "conflicting values \"x😀y\" and 3")
                .also("also set here", at("3"))
                .help("remove one of them");
        assertThat(DiagnosticRenderer.render(List.of(diagnostic))).isEqualTo("""
                        invkfile.cue:2:5: error: conflicting values "x😀y" and 3
                          2 | \tb:\t"x😀y" & 3
                            | \t  \t^^^^^
                            = also set here: invkfile.cue:2:13
                            = help: remove one of them""");
    }

    @Test
    void countsColumnsInCodePointsAndLinesWithoutCarriageReturn() {
        assertThat(at("y").position()).isEqualTo(new Position(2, 8));
        assertThat(SOURCE.line(1)).isEqualTo("a: 1");
    }

    @Test
    void marksASpanOverSeveralLinesToTheEndOfItsFirst() {
        assertThat(DiagnosticRenderer.render(List.of(Diagnostic.at(at("{\n}"), "unclosed"))))
                .isEqualTo("invkfile.cue:3:4: error: unclosed\n  3 | c: {\n    |    ^");
    }

    @Test
    void showsTwentyAndCountsTheRest() {
        String text = DiagnosticRenderer.render(Collections.nCopies(32, Diagnostic.of("no")));
        assertThat(text.lines()).hasSize(21).last().isEqualTo("... and 12 more");
    }

    @Test
    void showsControlCharactersOfALineAndKeepsTheCaretWhereItBelongs() {
        SourceText source = new SourceText("f", "\u0000\u001b[2J\t\u007f\u009bx");
        Diagnostic diagnostic = Diagnostic.at(new Place(source, new Span(8, 9)), "no");
        assertThat(DiagnosticRenderer.render(List.of(diagnostic)))
                .isEqualTo("f:1:9: error: no\n  1 | \u2400\u241b[2J\t\u2421\ufffdx\n    |      \t  ^");
    }

    @Test
    void cutsAVeryLongLineOnBothSidesOfTheSpan() {
        SourceText source = new SourceText("f", "a".repeat(1000) + "xyz" + "b".repeat(1000));
        Diagnostic diagnostic = Diagnostic.at(new Place(source, new Span(1000, 1003)), "no");
        assertThat(DiagnosticRenderer.render(List.of(diagnostic)))
                .isEqualTo("f:1:1001: error: no\n  1 | ..." + "a".repeat(50) + "xyz" + "b".repeat(147) + "...\n    | "
                        + " ".repeat(53) + "^^^");
    }

    @Test
    void cutsALongSpanAtTheEndOfWhatIsShownAndNoCharacterInTwo() {
        SourceText source = new SourceText("f", "x" + "😀".repeat(200));
        Diagnostic diagnostic = Diagnostic.at(new Place(source, new Span(1, 401)), "no");
        assertThat(DiagnosticRenderer.render(List.of(diagnostic)))
                .isEqualTo("f:1:2: error: no\n  1 | x" + "😀".repeat(99) + "...\n    |  " + "^".repeat(99));
    }
}

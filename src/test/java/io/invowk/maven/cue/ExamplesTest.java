// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.DiagnosticRenderer;
import io.invowk.maven.diagnostic.SourceText;
import org.junit.jupiter.api.Test;

/** The package as somebody uses it who reads its documentation. */
class ExamplesTest {
    @Test
    void evaluatesAFile() {
        Evaluation evaluation =
                Cue.evaluate(new SourceText("greeting.cue", "who: *\"world\" | string\nhello: \"hello \\(who)\""));
        assertThat(JsonText.of(evaluation.value().orElseThrow())).isEqualTo("""
                {
                    "who": "world",
                    "hello": "hello world"
                }""");
    }

    @Test
    void evaluatesAnExpressionThatSeesTheNamesOfAFile() {
        Evaluation evaluation = Cue.evaluate(
                new SourceText("sizes.cue", "sizes: [3, 1, 2]"), new SourceText("expression", "len(sizes) * sizes[0]"));
        assertThat(evaluation.value().map(JsonText::of)).hasValue("9");
    }

    @Test
    void showsWhatIsWrongWithAFile() {
        Evaluation evaluation = Cue.evaluate(new SourceText("port.cue", "port: int & <1024\nport: 8080\n"));
        assertThat(evaluation.value()).isEmpty();
        assertThat(DiagnosticRenderer.render(evaluation.errors().stream()
                        .map(error -> error.diagnostic())
                        .toList()))
                .isEqualTo("""
                        port.cue:1:13: error: 8080 is not <1024
                          1 | port: int & <1024
                            |             ^^^^^
                            = at port
                            = also set here: port.cue:2:7""");
    }

    @Test
    void judgesAValueByASchema() {
        Schema schema = Schema.of(
                new SourceText(
                        "schema.cue",
                        "#Server: {host!: string, port: #Port}\n"
                                + "#Port: *80 | <1024 @problem(\"{label} is not reserved\", \"less than 1024\")"),
                "#Server");
        assertThat(schema.judge(value("host: \"a\"")).value().map(JsonText::of)).hasValue("""
                {
                    "host": "a",
                    "port": 80
                }""");
        assertThat(schema.judge(value("port: 8080, hots: \"a\"")).violations())
                .extracting(violation -> violation.path() + ": " + violation.message())
                .containsExactly(
                        "port: \"port\" is not reserved",
                        "hots: unknown field \"hots\"",
                        "host: missing field \"host\"");
    }

    private static Value value(String text) {
        return Cue.evaluate(new SourceText("server.cue", text)).value().orElseThrow();
    }
}

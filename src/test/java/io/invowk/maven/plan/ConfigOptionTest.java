// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.discovery.Word;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigOptionTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "--config a.cue build,a.cue",
                "--config=a.cue build,a.cue",
                "-v --from x --config a.cue build,a.cue",
                "@x -r native --config a.cue build,a.cue",
                "--config a.cue --config b.cue,b.cue",
                "--from --config build,none",
                "build --config a.cue,none",
                "-- --config a.cue,none",
                "--config,none",
                "build,none",
            })
    void isReadBeforeTheName(String words, String expected) {
        assertThat(ConfigOption.of(WordSplitter.split(new SourceText("invowk.cmd", words)))
                        .map(Word::text)
                        .orElse(null))
                .isEqualTo(expected);
    }
}

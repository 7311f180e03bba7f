// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNameTest {
    private static final List<String> KINDS = List.of("native", "virtual", "container");

    @ParameterizedTest
    @CsvSource({
        "conatiner, container",
        "containers, container",
        "Native, native",
        "nativ, native",
        "vrtual, virtual",
        "vurtual, virtual"
    })
    void findsOneSlipOfTheFingers(String wrong, String meant) {
        assertThat(NearName.of(wrong, KINDS)).containsExactly(meant);
    }

    @ParameterizedTest
    @CsvSource({"docker", "''", "nat", "vm"})
    void offersNothingForAnotherWord(String wrong) {
        assertThat(NearName.of(wrong, KINDS)).isEmpty();
        assertThat(NearName.question(wrong, KINDS)).isEmpty();
    }

    @Test
    void doesNotTakeOneShortNameForAnother() {
        assertThat(NearName.of("ab", List.of("ac", "b", "a"))).isEmpty();
    }

    @Test
    void putsTheNearestFirstAndAtMostThree() {
        assertThat(NearName.of("test", List.of("rest", "text", "tests", "tset", "Test")))
                .containsExactly("Test", "rest", "text");
    }

    @Test
    void asks() {
        assertThat(NearName.question("biuld", List.of("guild", "build"))).hasValue("did you mean \"build\"?");
        assertThat(NearName.question("rast", List.of("rest", "test", "rust")))
                .hasValue("did you mean \"rest\" or \"rust\"?");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.cue.value.Origin;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListPackageTest {
    private static final Origin ORIGIN = new Origin(new Place(new SourceText("in.cue", ""), new Span(0, 0)), List.of());
    private static final Element ATOM = new Part(Optional.empty());
    private static final int MOST = 1_000_000;

    private record Part(Optional<List<Element>> elements) implements Element {
        @Override
        public String description() {
            return "a part";
        }
    }

    private static List<Element> concat(int... sizes) {
        List<Element> lists = new ArrayList<>();
        for (int size : sizes) {
            List<Element> elements = Collections.nCopies(size, ATOM);
            lists.add(new Part(Optional.of(elements)));
        }
        Member concat = new ListPackage().member("Concat").orElseThrow();
        return ((Member.Rearrangement) concat).call(new Arguments(List.of(lists), ORIGIN));
    }

    @Test
    void concatMakesListsUpToALimit() {
        assertThat(concat(MOST / 2, MOST / 2)).hasSize(MOST);
    }

    @Test
    void concatRefusesOneElementMore() {
        assertThatExceptionOfType(CallException.class)
                .isThrownBy(() -> concat(MOST / 2, MOST / 2, 1))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(ErrorKind.ARITH))
                .withMessage("more than 1000000 elements");
    }
}

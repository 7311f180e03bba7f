// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.cue.compile.Compiler;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.syntax.Parser;
import io.invowk.maven.diagnostic.SourceText;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefilterTest {
    private static final String DATA = "kind: \"a\", size: 1";

    private static Conjunct conjunct(String text, Vertex in) {
        return new Conjunct(
                new Environment(null, in),
                new Compiler(Parser.parse(new SourceText("in.cue", text)))
                        .file()
                        .root(),
                CloseInfo.NONE,
                Trail.START,
                Via.NONE);
    }

    private static Vertex vertex(String text) {
        Vertex root = new Vertex(null, FieldLabel.variable("file"));
        root.add(conjunct(text, root));
        new Evaluator().finish(root);
        return root;
    }

    private static @Nullable Bottom refusal(String alternative) {
        Vertex partial = vertex(DATA);
        Supplier<Bottom> refusal = Prefilter.refusal(partial, conjunct(alternative, partial));
        return refusal == null ? null : refusal.get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind: \"b\"", "size: int, kind: \"b\", more: 1", "kind: \"b\", kind: string"})
    void anAlternativeWithAnotherTextIsRefused(String alternative) {
        Bottom refusal = Objects.requireNonNull(refusal(alternative));
        assertThat(refusal.message()).isEqualTo("values \"a\" and \"b\" conflict");
        assertThat(refusal.incomplete()).isFalse();
        assertThat(refusal.places()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: \"a\"",
                "kind: string",
                "kind?: \"b\"",
                "kind: \"a\" | \"b\"",
                "other: \"b\"",
                "size: 2",
                "if kind == \"a\" {kind: \"b\"}",
            })
    void allElseIsTried(String alternative) {
        assertThat(refusal(alternative)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"#b, true", "#a, false"})
    void aDefinitionIsToldApartLikeItsStruct(String name, boolean refused) {
        Vertex file = vertex("#a: {kind: \"a\"}, #b: {kind: \"b\"}, alternative: " + name + ", data: {" + DATA + "}");
        Conjunct reference = Objects.requireNonNull(file.arc(FieldLabel.identifier("alternative")))
                .conjuncts()
                .get(0);
        Vertex partial = Objects.requireNonNull(file.arc(FieldLabel.identifier("data")));
        assertThat(Prefilter.refusal(partial, reference) != null).isEqualTo(refused);
    }

    /** 400 elements with 400 alternatives each would be more than the limit of those that are tried. */
    @Test
    void whatIsRefusedDoesNotCountAsTried() {
        int count = 400;
        assertThat((long) count * count).isGreaterThan(Limits.MAX_TRIED);
        StringBuilder text = new StringBuilder("all: [...#any]\n#any: {kind: \"0\", size: 0}");
        for (int i = 1; i < count; i++) {
            text.append(" | {kind: \"").append(i).append("\", size: ").append(i).append('}');
        }
        text.append("\nall: [");
        for (int i = 0; i < count; i++) {
            text.append("{kind: \"").append(i).append("\"},");
        }
        Vertex all = Objects.requireNonNull(vertex(text.append("]").toString()).arc(FieldLabel.identifier("all")));
        assertThat(all.failure).isNull();
        assertThat(all.state).isEqualTo(Vertex.State.DONE);
    }
}

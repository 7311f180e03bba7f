// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerfileReaderTest {
    private static Arguments row(String text, String... sources) {
        return Arguments.of(text, sources);
    }

    static Stream<Arguments> sources() {
        return Stream.of(
                row("FROM x\nRUN make\nCMD [\"a\"]\n"),
                row("COPY a b/c /d/", "a", "b/c"),
                row("  copy ./a /../b/ /d/", "a", "b"),
                row("ADD a.tar /", "a.tar"),
                row("ADD https://example.org/a git@example.org:b.git c /d/", "c"),
                row("COPY --chown=1:1 --chmod=755 --link a /", "a"),
                row("COPY --from=build /out /out\nCOPY a /", "a"),
                row("COPY --chown=1 --FROM=$STAGE /out /out"),
                row("COPY [\"a b\", \"c\\u0064\" , \"/d/\"]", "a b", "cd"),
                row("COPY src/*.jar conf? [a-c]/x /d/", "src/*.jar", "conf?", "[a-c]/x"),
                row("COPY a \\\n  b \\\n/d/", "a", "b"),
                row("COPY a\\\nb /d/", "ab"),
                row("COPY a \\\n# not this: \\\n\n   # nor this\n b /d/", "a", "b"),
                row("COPY a \\  \n b /d/", "a", "b"),
                row("# escape=`\nCOPY a `\n b /d/", "a", "b"),
                row("# not a directive\n# escape=`\nRUN x `\nCOPY a /", "a"),
                row("# syntax=docker/dockerfile:1.7\nCOPY a /", "a"),
                row("# a comment\nCOPY a /\n # COPY b /", "a"),
                row("RUN <<EOF\nCOPY no /\nEOF\nCOPY a /", "a"),
                row("RUN cat <<-'A' <<\"B\" >/x\n\tCOPY no /\n\tA\nCOPY no /\nB\nCOPY a /", "a"),
                row("COPY <<a b /d/\nCOPY no /\na\nCOPY c /", "b", "c"),
                row("RUN echo $((1 << 2))\nCOPY a /", "a"),
                row("ENV X=<<EOF\nCOPY a /", "a"),
                row("RUN --mount=type=bind,source=pom.xml,target=/p mvn x", "pom.xml"),
                row("RUN --network=none --mount=src=a,target=/p --mount=type=cache,target=/c x --mount=src=b", "a"),
                row("RUN --mount=from=build,target=/p x\nRUN --mount=type=secret,id=x --mount=type=ssh x"),
                row("RUN --mount=type=cache,source=x,target=/p x"),
                row("ONBUILD COPY a /\nonbuild run --mount=source=b,target=/b x", "a", "b"),
                row("\uFEFFCOPY a /", "a"),
                row("COPY a /\r\nCOPY b /\r\n", "a", "b"),
                row("COPY alone"),
                row("COPY"),
                row(""));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void findsTheSources(String text, String[] sources) {
        assertThat(ContainerfileReader.read(text).sources())
                .hasValueSatisfying(found -> assertThat(found).containsExactly(sources));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY . /",
                "COPY ./ /",
                "COPY / /",
                "COPY a/.. /",
                "COPY $FILES /",
                "COPY ${A}/b /",
                "COPY \"a\" /",
                "COPY a\\ b /",
                "COPY --parents a/**/b /",
                "COPY [\".\", \"/\"]",
                "RUN --mount=target=/src x",
                "RUN --mount=type=bind,target=/src x",
                "RUN --mount=type=bind,source=$X,target=/src x",
                "RUN --mount=type=${T},target=/src x",
                "RUN <<EOF\nno end",
                "# syntax=example.org/own\nFROM x",
            })
    void takesEverythingWhereItCannotTell(String text) {
        assertThat(ContainerfileReader.read(text)).isEqualTo(ContextReads.EVERYTHING);
    }

    @Test
    void understandsOnlyJsonArraysOfStringsAsJson() {
        assertThat(JsonStrings.parse("[ \"a\" , \"\\\"\\\\\\/\\b\\f\\n\\r\\t\" ]"))
                .hasValueSatisfying(strings -> assertThat(strings).containsExactly("a", "\"\\/\b\f\n\r\t"));
        assertThat(JsonStrings.parse("[]"))
                .hasValueSatisfying(strings -> assertThat(strings).isEmpty());
        for (String other :
                new String[] {"", "a", "[", "[a]", "[\"a\"", "[\"a\",]", "[\"a\"] b", "[\"\\x\"]", "[\"\\u12"}) {
            assertThat(JsonStrings.parse(other)).as(other).isEmpty();
        }
    }
}

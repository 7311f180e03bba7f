// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StringLiteralTest {
    /** Where a part of a value is in a file that holds a literal behind {@code x: }, as the text from there on. */
    private static Optional<String> rest(String literal, String value, String part) {
        SourceText source = new SourceText("x.cue", "x: " + literal + "\n");
        Place place = new Place(source, new Span(3, 3 + literal.length()));
        int start = value.indexOf(part);
        return StringLiteral.find(place, value, new Span(start, start + part.length()))
                .map(found -> source.text()
                        .substring(found.span().start(), found.span().end()));
    }

    @Test
    void findsCharactersBehindEscapes() {
        assertThat(rest("\"a\\tb\\\"c\\u0041d\"", "a\tb\"cAd", "d")).contains("d");
        assertThat(rest("\"a\\n\\\"(\"", "a\n\"(", "\"(")).contains("\\\"(");
    }

    @Test
    void findsCharactersBehindIndentation() {
        assertThat(rest("\"\"\"\n\t\techo 1\n\t\t  echo )\n\t\t\"\"\"", "echo 1\n  echo )", "o )"))
                .contains("o )");
    }

    @Test
    void findsCharactersOfARawString() {
        assertThat(rest("#\"a\\n\"b\"#", "a\\n\"b", "b")).contains("b");
    }

    @Test
    void findsTheEnd() {
        assertThat(rest("\"ab\"", "ab", "")).contains("");
        SourceText source = new SourceText("x.cue", "x: \"ab\"");
        assertThat(StringLiteral.find(new Place(source, new Span(3, 7)), "ab", new Span(2, 2)))
                .hasValueSatisfying(
                        place -> assertThat(place.position().column()).isEqualTo(7));
    }

    @Test
    void doesNotFindWhatIsPutTogether() {
        assertThat(rest("\"a\\(\"b\")\"", "ab", "b")).isEmpty();
        assertThat(rest("\"a\" + \"b\"", "ab", "b")).isEmpty();
        assertThat(rest("\"other\"", "ab", "b")).isEmpty();
        assertThat(rest("name", "ab", "b")).isEmpty();
    }
}

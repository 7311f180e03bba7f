// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscapeReaderTest {
    private static String read(String text, EscapeReader.Dialect dialect) {
        return EscapeReader.read(text, dialect).text();
    }

    @Test
    void joinsBytesToCharacters() {
        assertThat(read("\\xc3\\xa9", EscapeReader.Dialect.QUOTE)).isEqualTo("é");
        assertThat(read("\\303\\251", EscapeReader.Dialect.FORMAT)).isEqualTo("é");
    }

    @Test
    void octalNumbersDifferByDialect() {
        assertThat(read("\\0101 \\101", EscapeReader.Dialect.ECHO)).isEqualTo("A \\101");
        assertThat(read("\\101", EscapeReader.Dialect.FORMAT)).isEqualTo("A");
    }

    @Test
    void endsAtTheirOwnMark() {
        assertThat(EscapeReader.read("a\\cb", EscapeReader.Dialect.ECHO)).isEqualTo(new EscapeReader.Result("a", true));
        assertThat(read("a\\0b", EscapeReader.Dialect.QUOTE)).isEqualTo("a");
    }

    @Test
    void keepsWhatIsNoEscape() {
        assertThat(read("\\z\\", EscapeReader.Dialect.ECHO)).isEqualTo("\\z\\");
        assertThat(read("\\u", EscapeReader.Dialect.QUOTE)).isEqualTo("\\u");
    }
}

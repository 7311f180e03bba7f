// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class LineSearchTest {
    private static String random(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            text.append("aab\u00e9".charAt(random.nextInt(4)));
        }
        return text.toString();
    }

    @Test
    void findsTextInBytesWhereThePatternFindsIt() throws IOException {
        Random random = new Random(2);
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            String wanted = random(random, 5).replace("\u00e9", "");
            String line = random(random, 12);
            Lines lines =
                    new Lines(new ByteArrayInputStream((line + "\nnext\n").getBytes(StandardCharsets.UTF_8)), false);
            lines.advance();
            Pattern pattern = Pattern.compile(Pattern.quote(wanted));
            boolean inText = new LineSearch(pattern, null).isIn(lines);
            assertThat(new LineSearch(pattern, wanted).isIn(lines))
                    .as("%s in %s", wanted, line)
                    .isEqualTo(inText);
            found += inText ? 1 : 0;
        }
        assertThat(found).isBetween(2_000, 18_000);
    }

    @Test
    void knowsWhatStandsForItself() {
        assertThat(LineSearch.isLiteral("error: 5", false)).isTrue();
        assertThat(LineSearch.isLiteral("a.c", false)).isFalse();
        assertThat(LineSearch.isLiteral("a.c", true)).isTrue();
        assertThat(LineSearch.isLiteral("\u00e9", true)).isFalse();
    }
}

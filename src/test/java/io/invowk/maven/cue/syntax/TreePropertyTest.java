// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreePropertyTest {
    private static final int TREES = 2000;
    private static final int DEPTH = 4;

    @Test
    void printingAndParsingAgainGivesTheSameTree() {
        for (long seed = 0; seed < TREES; seed++) {
            SourceFile tree = new RandomTrees(seed).file(DEPTH);
            String text = TreePrinter.print(tree);
            SourceFile parsed = Parser.parse(new SourceText("seed-" + seed + ".cue", text));
            assertThat(TreeDump.of(parsed)).as("seed %d: %s", seed, text).isEqualTo(TreeDump.of(tree));
        }
    }

    @Test
    void anyDamageGivesATreeOrDiagnosticsInSourceOrder() {
        String signs = "{}[]()\"'#\\:,.?!=*&|<>@~ \n\ta1_;\0\uFEFF";
        int refused = 0;
        for (long seed = 0; seed < TREES; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(TreePrinter.print(new RandomTrees(seed).file(DEPTH)));
            for (int i = random.nextInt(4); i >= 0; i--) {
                int at = random.nextInt(text.length());
                String sign = String.valueOf(signs.charAt(random.nextInt(signs.length())));
                text.replace(at, Math.min(text.length(), at + random.nextInt(3)), random.nextBoolean() ? sign : "");
                text.append(' ');
            }
            refused += refuses(text.toString()) ? 1 : 0;
        }
        assertThat(refused).isBetween(TREES / 4, TREES);
    }

    private static boolean refuses(String text) {
        try {
            Parser.parse(new SourceText("damaged.cue", text));
            return false;
        } catch (UserException e) {
            assertThat(e.diagnostics().stream()
                            .map(diagnostic ->
                                    diagnostic.place().orElseThrow().span().start()))
                    .as(text)
                    .isSorted();
            return true;
        }
    }
}

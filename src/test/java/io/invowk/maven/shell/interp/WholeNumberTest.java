// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WholeNumberTest {
    @Test
    void readsAllOf64Bit() {
        assertThat(WholeNumber.signed("9223372036854775807")).hasValue(Long.MAX_VALUE);
        assertThat(WholeNumber.signed(" -9223372036854775808\n")).hasValue(Long.MIN_VALUE);
        assertThat(WholeNumber.signed("+007")).hasValue(7);
    }

    @Test
    void refusesWhatIsLargerOrNoNumber() {
        for (String text :
                new String[] {"", "-", "+", "1x", "- 1", "--1", "9223372036854775808", "-9223372036854775809"}) {
            assertThat(WholeNumber.signed(text)).as(text).isEmpty();
        }
    }

    @Test
    void takesDigitsAloneUpToTheLargest() {
        assertThat(WholeNumber.upTo(12, "012")).hasValue(12);
        for (String text : new String[] {"13", "-1", "+1", " 1", "1 ", ""}) {
            assertThat(WholeNumber.upTo(12, text)).as(text).isEmpty();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteTextTest {
    @Test
    void isUtf8ForText() {
        String text = "aé世\uD83D\uDE00\n";
        assertThat(ByteText.encode(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(ByteText.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }

    @Test
    void keepsAnyBytes() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            assertThat(ByteText.encode(ByteText.decode(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void refusesOverlongFormsAndSurrogates() {
        assertThat(ByteText.decode(new byte[] {(byte) 0xc0, (byte) 0x80})).isEqualTo("\uDCC0\uDC80");
        assertThat(ByteText.decode(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}))
                .hasSize(3);
    }
}

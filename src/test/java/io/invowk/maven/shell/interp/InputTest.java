// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InputTest {
    @Test
    void readsAgainWhatIsGivenBack() throws IOException {
        Input input = new Input(new ByteArrayInputStream("abcdef".getBytes(StandardCharsets.US_ASCII)));
        assertThat(input.read()).isEqualTo('a');
        byte[] buffer = new byte[10];
        int count = input.read(buffer, 0, 3);
        assertThat(count).isEqualTo(3);
        input.giveBack(buffer, 1, 2);
        assertThat(input.read()).isEqualTo('c');
        assertThat(input.read()).isEqualTo('d');
        assertThat(input.read()).isEqualTo('e');
    }
}

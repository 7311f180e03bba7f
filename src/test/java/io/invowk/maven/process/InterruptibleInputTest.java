// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InterruptibleInputTest {
    @Test
    void readsToTheEndAndBeyond() throws IOException {
        InputStream input = new InterruptibleInput(new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8)));
        assertThat(input.read()).isEqualTo('a');
        assertThat(input.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("bc");
        assertThat(input.read()).isEqualTo(-1);
    }

    @Test
    void losesNothingWhenAReaderIsInterrupted() throws IOException {
        PipedOutputStream writer = new PipedOutputStream();
        InputStream input = new InterruptibleInput(new PipedInputStream(writer));
        Thread.currentThread().interrupt();
        assertThatThrownBy(input::read).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        writer.write('x');
        writer.flush();
        assertThat(input.read()).isEqualTo('x');
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BytePipeTest {
    @Test
    void carriesMoreThanItHolds() throws IOException {
        byte[] bytes = new byte[1_000_000];
        new Random(3).nextBytes(bytes);
        BytePipe pipe = new BytePipe();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            try (var writer = pipe.writer()) {
                writer.write(bytes);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(pipe.reader().readAllBytes()).isEqualTo(bytes);
        writing.join();
    }

    @Test
    void breaksWhenNobodyReads() throws IOException {
        BytePipe pipe = new BytePipe();
        pipe.reader().close();
        assertThatThrownBy(() -> pipe.writer().write(1)).isInstanceOf(BrokenPipeException.class);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.engine.Leftover;
import io.invowk.maven.engine.Leftover.Action;
import io.invowk.maven.engine.Leftovers;
import io.invowk.maven.process.ExitStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CleanUpTest {
    private final RecordedMessages messages = new RecordedMessages();
    private final List<String> asked = new ArrayList<>();
    private final List<Leftover> things = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int status;

    private Optional<String> clean(boolean confirmed, String... kinds) throws IOException {
        return new CleanUp(
                        (wanted, removes) -> {
                            asked.add(wanted + " " + removes);
                            return new Leftovers(new ExitStatus(status), things, notes);
                        },
                        messages)
                .clean(List.of(kinds), confirmed);
    }

    private void add(Action action, String kind, String name, long bytes, String reason) {
        things.add(new Leftover(
                action,
                kind,
                kind.equals("cache") ? "" : "/usr/bin/podman",
                bytes < 0 ? OptionalLong.empty() : OptionalLong.of(bytes),
                name,
                reason));
    }

    @Test
    void tellsWhatWouldBeRemovedAndWhatStays() throws IOException {
        add(Action.FOUND, "image", "localhost/invowk-build:b", 118_244_000, "");
        add(Action.STAYS, "image", "theirs:1", 999_999, "container 0123 uses it");
        add(Action.FOUND, "image", "localhost/invowk-build:a", 2_000_000_000L, "");
        add(Action.FOUND, "cache", "/run/engines", 1, "");
        add(Action.FOUND, "container", "invowk-1", -1, "");
        assertThat(clean(false)).isEmpty();
        assertThat(messages.lines)
                .containsExactly(
                        "o would be removed:",
                        "o   cache /run/engines (1 kB)",
                        "o   container invowk-1 (podman)",
                        "o   image localhost/invowk-build:a (podman, 2000.0 MB)",
                        "o   image localhost/invowk-build:b (podman, 118.2 MB)",
                        "o left alone:",
                        "o   image theirs:1 (podman, 1000 kB): container 0123 uses it",
                        "o nothing has been removed yet: -Dinvowk.confirm removes the 4 listed first");
        assertThat(asked).containsExactly("[CONTAINERS, IMAGES, CACHES] false");
    }

    @Test
    void tellsWhatWasRemovedAndFailsForWhatWasNot() throws IOException {
        add(Action.FAILED, "container", "invowk-1", -1, "database is locked");
        add(Action.REMOVED, "image", "x:1", 1000, "");
        status = 70;
        assertThat(clean(true, "images", "containers")).hasValue("1 could not be removed");
        assertThat(messages.lines)
                .containsExactly(
                        "o removed:",
                        "o   image x:1 (podman, 1 kB)",
                        "o could not be removed:",
                        "o   container invowk-1 (podman): database is locked");
        assertThat(asked).containsExactly("[CONTAINERS, IMAGES] true");
    }

    @Test
    void saysWhyNoEngineWasLookedAt() throws IOException {
        status = 69;
        notes.add("docker: not on PATH");
        assertThat(clean(true)).isEmpty();
        assertThat(messages.lines)
                .containsExactly(
                        "o no container engine answers: images and containers were not looked for",
                        "i   docker: not on PATH",
                        "o nothing to remove");
    }

    @Test
    void failsWithTheEngine() throws IOException {
        status = 70;
        assertThat(clean(false)).hasValue("the engine ended with exit status 70; its output is above");
    }

    @Test
    void refusesAnUnknownKind() {
        assertThatThrownBy(() -> clean(false, "image"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("unknown value \"image\" of invowk.kinds")
                .hasMessageContaining("\"containers\", \"images\" or \"caches\"")
                .hasMessageContaining("did you mean \"images\"?");
    }
}

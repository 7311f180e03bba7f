// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.engine.CleanCall.Kind;
import io.invowk.maven.engine.Leftover.Action;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanCallTest {
    private static final String FAKE = """
            printf '%s\\n' "$*" >"${0%/*}/arguments"
            printf 'found\\timage\\t/bin/podman\\t1000\\tx:1\\t-\\n'
            printf 'stays\\tcontainer\\t/bin/docker\\t-\\tc1\\tit\\truns\\n'
            printf 'removed\\tcache\\t-\\t-\\t/a b\\t-\\n'
            printf 'podman-remote: not on PATH\\n' >&2
            exit 70
            """;

    @TempDir
    Path home;

    private Leftovers clean(Set<Kind> kinds, boolean confirmed, String... engines) throws IOException {
        Path fake = Files.writeString(home.resolve("fake"), FAKE);
        HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, Map.of(), home, home);
        return new CleanCall(host, List.of(engines), (directory, call) -> fake).clean(kinds, confirmed);
    }

    @Test
    void readsWhatTheEngineFound() throws IOException {
        Leftovers leftovers = clean(EnumSet.of(Kind.CONTAINERS, Kind.IMAGES), false);
        assertThat(leftovers.things())
                .containsExactly(
                        new Leftover(Action.FOUND, "image", "/bin/podman", OptionalLong.of(1000), "x:1", ""),
                        new Leftover(Action.STAYS, "container", "/bin/docker", OptionalLong.empty(), "c1", "it\truns"),
                        new Leftover(Action.REMOVED, "cache", "", OptionalLong.empty(), "/a b", ""));
        assertThat(leftovers.notes()).containsExactly("podman-remote: not on PATH");
        assertThat(leftovers.status().value()).isEqualTo(70);
        assertThat(home.resolve("arguments")).hasContent("clean --kind containers --kind images\n");
    }

    @Test
    void passesKindsEnginesAndTheConfirmationOn() throws IOException {
        clean(EnumSet.of(Kind.CACHES), true, "docker", "/opt/podman");
        assertThat(home.resolve("arguments"))
                .hasContent("clean --confirm --kind caches --engine docker --engine /opt/podman\n");
    }

    @Test
    void addsTheUnpackedScriptsToTheCaches() throws IOException {
        Path directory = home.resolve(".cache/invowk-engine/scripts-0123");
        clean(EnumSet.of(Kind.CACHES), false);
        Files.createDirectory(directory);
        assertThat(clean(EnumSet.of(Kind.CACHES), false).things())
                .contains(new Leftover(Action.FOUND, "cache", "", OptionalLong.of(0), directory.toString(), ""));
        assertThat(clean(EnumSet.of(Kind.IMAGES), true).things()).hasSize(3);
        assertThat(directory).isDirectory();
        assertThat(clean(EnumSet.of(Kind.CACHES), true).things())
                .contains(new Leftover(Action.REMOVED, "cache", "", OptionalLong.of(0), directory.toString(), ""));
        assertThat(directory).doesNotExist();
    }

    @Test
    void addsWhatIsKnownOfBuildsToTheCaches() throws IOException {
        clean(EnumSet.of(Kind.CACHES), false);
        Path known = Files.writeString(home.resolve(".cache/invowk-engine/known.0123"), "known");
        assertThat(clean(EnumSet.of(Kind.CACHES), false).things())
                .contains(new Leftover(Action.FOUND, "cache", "", OptionalLong.of(5), known.toString(), ""));
        assertThat(clean(EnumSet.of(Kind.CACHES), true).things())
                .contains(new Leftover(Action.REMOVED, "cache", "", OptionalLong.of(5), known.toString(), ""));
        assertThat(known).doesNotExist();
    }
}

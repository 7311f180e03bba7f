// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateDirectoryTest {
    @TempDir
    Path home;

    private Path of(Map<String, String> env) throws IOException {
        return PrivateDirectory.of(new HostEnvironment(OperatingSystem.LINUX, env, home, home));
    }

    @Test
    void isInTheUsersCacheAndForTheUserOnly() throws IOException {
        Path directory = of(Map.of());
        assertThat(directory).isEqualTo(home.resolve(".cache/invowk-engine"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        assertThat(of(Map.of())).isEqualTo(directory).isEmptyDirectory();
    }

    @Test
    void followsTheCacheThatTheEnvironmentNames() throws IOException {
        String cache = home.resolve("cache").toString();
        assertThat(of(Map.of("XDG_CACHE_HOME", cache))).startsWith(home.resolve("cache"));
        assertThat(of(Map.of("XDG_CACHE_HOME", "relative"))).startsWith(home.resolve(".cache"));
    }

    @Test
    void goesElsewhereWhenOthersCanEnterOrThereIsNoCache() throws IOException {
        Path cache = Files.createDirectories(home.resolve(".cache"));
        Files.createDirectory(
                cache.resolve("invowk-engine"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        assertThat(of(Map.of())).startsWith(Path.of(System.getProperty("java.io.tmpdir")));
        assertThat(of(Map.of("XDG_CACHE_HOME", "/dev/null/x")))
                .startsWith(Path.of(System.getProperty("java.io.tmpdir")))
                .hasFileName("invowk-engine-" + System.getProperty("user.name"));
    }
}

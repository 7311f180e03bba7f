// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.host;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The facts of this machine and this process, read once.
 *
 * @param env the environment of this process, by name
 * @param cwd the directory this process was started in, absolute
 * @param home the user's home directory, absolute
 */
public record HostEnvironment(OperatingSystem os, Map<String, String> env, Path cwd, Path home) {
    public HostEnvironment {
        env = Collections.unmodifiableMap(new TreeMap<>(env));
    }

    /** Reads the facts. The home directory is {@code HOME}, and the account's only without it. */
    public static HostEnvironment read() {
        Map<String, String> env = System.getenv();
        Path cwd = Path.of("").toAbsolutePath();
        String home = env.getOrDefault("HOME", "");
        return new HostEnvironment(
                OperatingSystem.named(System.getProperty("os.name")),
                env,
                cwd,
                cwd.resolve(home.isEmpty() ? System.getProperty("user.home") : home));
    }
}

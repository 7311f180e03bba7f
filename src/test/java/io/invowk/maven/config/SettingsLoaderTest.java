// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.cuefile.Reading;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of keys in execution.md §16, and where the file is. */
class SettingsLoaderTest {
    @TempDir
    private Path directory;

    private HostEnvironment host(OperatingSystem os, Map<String, String> env) {
        return new HostEnvironment(os, env, directory, directory.resolve("home"));
    }

    private Reading<Settings> load(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("c.cue"), text);
        return SettingsLoader.load(host(OperatingSystem.LINUX, Map.of()), Optional.of(file));
    }

    @Test
    void knowsTheUsualPlaces() {
        Path home = directory.resolve("home");
        assertThat(SettingsLoader.usualFile(host(OperatingSystem.LINUX, Map.of())))
                .isEqualTo(home.resolve(".config/invowk/config.cue"));
        assertThat(SettingsLoader.usualFile(host(OperatingSystem.LINUX, Map.of("XDG_CONFIG_HOME", ""))))
                .isEqualTo(home.resolve(".config/invowk/config.cue"));
        assertThat(SettingsLoader.usualFile(host(OperatingSystem.LINUX, Map.of("XDG_CONFIG_HOME", "/x"))))
                .isEqualTo(Path.of("/x/invowk/config.cue"));
        assertThat(SettingsLoader.usualFile(host(OperatingSystem.MACOS, Map.of())))
                .isEqualTo(home.resolve("Library/Application Support/invowk/config.cue"));
    }

    @Test
    void readsEveryKey() throws IOException {
        Settings settings = load("""
                container_engine: "docker"
                search_paths: ["a", "/b"]
                default_runtime: "container"
                virtual_shell: enable_uroot_utils: false
                ui: {color_scheme: "dark", verbose: true, interactive: true}
                container: auto_provision: {
                	enabled: false
                	binary_path: "/bin/x"
                	modules_paths: ["/m"]
                	cache_dir: "/c"
                }
                module_aliases: "/p/a.b.invkmod": "ab"
                """).value().orElseThrow();
        assertThat(settings.texts())
                .containsOnly(
                        Map.entry("container_engine", "docker"),
                        Map.entry("default_runtime", "container"),
                        Map.entry("ui.color_scheme", "dark"),
                        Map.entry("container.auto_provision.binary_path", "/bin/x"),
                        Map.entry("container.auto_provision.cache_dir", "/c"));
        assertThat(settings.switches())
                .containsOnly(
                        Map.entry("virtual_shell.enable_uroot_utils", false),
                        Map.entry("ui.verbose", true),
                        Map.entry("ui.interactive", true),
                        Map.entry("container.auto_provision.enabled", false));
        assertThat(settings.lists())
                .containsOnly(
                        Map.entry("search_paths", List.of("a", "/b")),
                        Map.entry("container.auto_provision.modules_paths", List.of("/m")));
        assertThat(settings.moduleAliases()).containsOnly(Map.entry("/p/a.b.invkmod", "ab"));
        assertThat(settings.origins()).hasSize(12);
        assertThat(settings.origins().get("ui.verbose")).hasToString("c.cue:5:28");
    }

    @Test
    void aFileThatIsNotNamedMayBeMissing() {
        assertThat(SettingsLoader.load(host(OperatingSystem.LINUX, Map.of()), Optional.empty())
                        .value())
                .contains(Settings.NONE);
        assertThat(SettingsLoader.load(host(OperatingSystem.LINUX, Map.of()), Optional.of(directory.resolve("no.cue")))
                        .problems()
                        .get(0)
                        .diagnostic()
                        .message())
                .isEqualTo("cannot read \"no.cue\": there is no such file");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        assertThat(load("container_engine: \"lxc\"\nuii: verbose: true\ndefault_runtime: 1")
                        .problems())
                .extracting(problem -> problem.diagnostic().message())
                .hasSize(3)
                .contains("unknown container engine \"lxc\"");
        assertThat(load("module_aliases: \"/x\": \"a-b\"").value()).isEmpty();
    }
}

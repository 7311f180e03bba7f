// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.config.Settings;
import io.invowk.maven.plan.InvkfileFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTextTest {
    @Test
    void saysWhatHasNoEffectAndWhy() {
        Settings settings = new Settings(
                Map.of(Settings.COLOR_SCHEME, "dark"),
                Map.of("container.auto_provision.enabled", true),
                Map.of(),
                Map.of(),
                Map.of(
                        Settings.COLOR_SCHEME,
                        InvkfileFixture.place("one"),
                        "container.auto_provision.enabled",
                        InvkfileFixture.place("two")));
        assertThat(SettingsText.lines(settings, Path.of("/no/config.cue"), Map.of()))
                .contains(
                        "ui.color_scheme: dark (invkfile.cue:1:1), without effect: colours are those of Maven and of the"
                                + " command",
                        "ui.interactive: false (default)",
                        "container.auto_provision.enabled: true (invkfile.cue:1:1), without effect: nothing has to be put"
                                + " into an image, it is mounted");
    }

    @Test
    void tellsEachValueAndWhereItIsSaid() {
        Settings settings = new Settings(
                Map.of(Settings.CONTAINER_ENGINE, "docker", Settings.DEFAULT_RUNTIME, "native"),
                Map.of(Settings.VERBOSE, true),
                Map.of(Settings.SEARCH_PATHS, List.of("a", "b")),
                Map.of("/p/m.invkmod", "mm"),
                Map.of(
                        Settings.CONTAINER_ENGINE, InvkfileFixture.place("one"),
                        Settings.DEFAULT_RUNTIME, InvkfileFixture.place("two"),
                        Settings.VERBOSE, InvkfileFixture.place("three"),
                        Settings.SEARCH_PATHS, InvkfileFixture.place("four"),
                        Settings.MODULE_ALIASES, InvkfileFixture.place("five")));
        assertThat(SettingsText.lines(
                        settings, Path.of("/no/config.cue"), Map.of(Settings.DEFAULT_RUNTIME, "container")))
                .containsExactly(
                        "configuration: /no/config.cue (no such file)",
                        "container_engine: docker (invkfile.cue:1:1)",
                        "search_paths: a, b (invkfile.cue:1:1)",
                        "default_runtime: container (parameter)",
                        "virtual_shell.enable_uroot_utils: true (default)",
                        "ui.color_scheme: auto (default)",
                        "ui.verbose: true (invkfile.cue:1:1)",
                        "ui.interactive: false (default)",
                        "container.auto_provision.enabled: true (default)",
                        "container.auto_provision.binary_path: none (default)",
                        "container.auto_provision.modules_paths: none (default)",
                        "container.auto_provision.cache_dir: none (default)",
                        "module_aliases: /p/m.invkmod = mm (invkfile.cue:1:1)");
    }
}

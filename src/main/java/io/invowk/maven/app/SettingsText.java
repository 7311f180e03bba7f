// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings that count, each with where it is said. */
final class SettingsText {
    private static final Map<String, String> DEFAULTS = defaults();

    private static final String MOUNTED = "nothing has to be put into an image, it is mounted";

    /** What is understood, but changes nothing here, and why. */
    private static final Map<String, String> WITHOUT_EFFECT = Map.of(
            Settings.COLOR_SCHEME,
            "colours are those of Maven and of the command",
            Settings.INTERACTIVE,
            "from a terminal a command has it anyway; output=inherit gives it in a phase, too",
            "container.auto_provision.enabled",
            MOUNTED,
            "container.auto_provision.binary_path",
            MOUNTED,
            "container.auto_provision.modules_paths",
            MOUNTED,
            "container.auto_provision.cache_dir",
            MOUNTED);

    private SettingsText() {}

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put(Settings.CONTAINER_ENGINE, "podman, docker");
        defaults.put(Settings.SEARCH_PATHS, "none");
        defaults.put(Settings.DEFAULT_RUNTIME, "the first of each command");
        defaults.put(Settings.BUNDLED_UTILITIES, "true");
        defaults.put(Settings.COLOR_SCHEME, "auto");
        defaults.put(Settings.VERBOSE, "false");
        defaults.put(Settings.INTERACTIVE, "false");
        defaults.put("container.auto_provision.enabled", "true");
        defaults.put("container.auto_provision.binary_path", "none");
        defaults.put("container.auto_provision.modules_paths", "none");
        defaults.put("container.auto_provision.cache_dir", "none");
        defaults.put(Settings.MODULE_ALIASES, "none");
        return defaults;
    }

    /**
     * One line a key.
     *
     * @param file that was read if it is there
     * @param given what parameters say, by the key that they stand above
     */
    static List<String> lines(Settings settings, Path file, Map<String, String> given) {
        List<String> lines = new ArrayList<>();
        lines.add("configuration: " + file + (Files.exists(file) ? "" : " (no such file)"));
        DEFAULTS.forEach((key, value) -> lines.add(key + ": " + effective(settings, given, key, value)));
        return lines;
    }

    private static String effective(Settings settings, Map<String, String> given, String key, String byDefault) {
        String parameter = given.get(key);
        if (parameter != null) {
            return parameter + " (parameter)";
        }
        return settings.origins().containsKey(key)
                ? value(settings, key) + " (" + settings.origins().get(key) + ")" + effect(key)
                : byDefault + " (default)";
    }

    private static String effect(String key) {
        String reason = WITHOUT_EFFECT.get(key);
        return reason == null ? "" : ", without effect: " + reason;
    }

    private static String value(Settings settings, String key) {
        if (key.equals(Settings.MODULE_ALIASES)) {
            List<String> pairs = new ArrayList<>();
            settings.moduleAliases().forEach((path, alias) -> pairs.add(path + " = " + alias));
            return String.join(", ", pairs);
        }
        return settings.text(key)
                .or(() -> settings.isOn(key).map(String::valueOf))
                .orElseGet(() -> String.join(", ", settings.list(key)));
    }
}

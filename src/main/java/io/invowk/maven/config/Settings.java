// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.config;

import io.invowk.maven.diagnostic.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user's configuration says; what it does not say is empty.
 *
 * @param texts by key, {@code ui.color_scheme} say
 * @param switches by key
 * @param lists by key
 * @param moduleAliases from paths of modules, as written, to the names that they get
 * @param origins where each key stands
 */
public record Settings(
        Map<String, String> texts,
        Map<String, Boolean> switches,
        Map<String, List<String>> lists,
        Map<String, String> moduleAliases,
        Map<String, Place> origins) {
    public static final String CONTAINER_ENGINE = "container_engine";
    public static final String SEARCH_PATHS = "search_paths";
    public static final String DEFAULT_RUNTIME = "default_runtime";
    public static final String BUNDLED_UTILITIES = "virtual_shell.enable_uroot_utils";
    public static final String COLOR_SCHEME = "ui.color_scheme";
    public static final String VERBOSE = "ui.verbose";
    public static final String INTERACTIVE = "ui.interactive";
    public static final String MODULE_ALIASES = "module_aliases";

    /** Nothing said. */
    public static final Settings NONE = new Settings(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    public Settings {
        texts = Map.copyOf(texts);
        switches = Map.copyOf(switches);
        lists = Map.copyOf(lists);
        moduleAliases = Collections.unmodifiableMap(new LinkedHashMap<>(moduleAliases));
        origins = Map.copyOf(origins);
    }

    /** A text. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** A switch. */
    public Optional<Boolean> isOn(String key) {
        return Optional.ofNullable(switches.get(key));
    }

    /** A list, empty if it is not given. */
    public List<String> list(String key) {
        return lists.getOrDefault(key, List.of());
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.config;

import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.cuefile.CueFile;
import io.invowk.maven.cuefile.Fields;
import io.invowk.maven.cuefile.Reading;
import io.invowk.maven.cuefile.SchemaFile;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.host.HostEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds and reads the user's configuration. */
public final class SettingsLoader {
    private static final SchemaFile SCHEMA = SchemaFile.load("/config_schema.cue", "#Config");

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Boolean> switches = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Map<String, Place> origins = new HashMap<>();

    private SettingsLoader() {}

    /** Where the file is if it is not named: the usual place for settings of this operating system, absolute. */
    public static Path usualFile(HostEnvironment host) {
        return settingsDirectory(host).resolve("invowk").resolve("config.cue");
    }

    private static Path settingsDirectory(HostEnvironment host) {
        return switch (host.os()) {
            case MACOS -> host.home().resolve("Library").resolve("Application Support");
            case WINDOWS ->
                absolute(host, "APPDATA").orElse(host.home().resolve("AppData").resolve("Roaming"));
            case LINUX, OTHER_UNIX ->
                absolute(host, "XDG_CONFIG_HOME").orElse(host.home().resolve(".config"));
        };
    }

    private static Optional<Path> absolute(HostEnvironment host, String variable) {
        return Optional.ofNullable(host.env().get(variable))
                .filter(text -> !text.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    /**
     * Reads a file. One that is not named may be missing.
     *
     * @param named the file to read and no other, absolute
     */
    public static Reading<Settings> load(HostEnvironment host, Optional<Path> named) {
        Path file = named.orElse(usualFile(host));
        if (named.isEmpty() && !Files.exists(file)) {
            return Reading.of(Settings.NONE);
        }
        return SCHEMA.read(CueFile.read(file, host.cwd()), (fields, findings) -> new SettingsLoader().settings(fields));
    }

    private Settings settings(Fields root) {
        text(root, "", "container_engine");
        texts(root, "", "search_paths");
        text(root, "", "default_runtime");
        root.struct("virtual_shell").ifPresent(shell -> bool(shell, "virtual_shell.", "enable_uroot_utils"));
        root.struct("ui").ifPresent(ui -> {
            text(ui, "ui.", "color_scheme");
            bool(ui, "ui.", "verbose");
            bool(ui, "ui.", "interactive");
        });
        root.struct("container")
                .flatMap(container -> container.struct("auto_provision"))
                .ifPresent(provision -> {
                    bool(provision, "container.auto_provision.", "enabled");
                    text(provision, "container.auto_provision.", "binary_path");
                    texts(provision, "container.auto_provision.", "modules_paths");
                    text(provision, "container.auto_provision.", "cache_dir");
                });
        root.struct("module_aliases").ifPresent(map -> {
            origins.put("module_aliases", root.label("module_aliases"));
            map.names().forEach(path -> map.text(path).value().ifPresent(alias -> aliases.put(path, alias)));
        });
        return new Settings(texts, switches, lists, aliases, origins);
    }

    private void text(Fields fields, String prefix, String name) {
        fields.text(name).value().ifPresent(text -> {
            texts.put(prefix + name, text);
            origins.put(prefix + name, fields.label(name));
        });
    }

    private void bool(Fields fields, String prefix, String name) {
        Optional<Located> value = fields.value(name);
        if (value.isPresent() && value.get().value() instanceof Value.Bool bool) {
            switches.put(prefix + name, bool.value());
            origins.put(prefix + name, fields.label(name));
        }
    }

    private void texts(Fields fields, String prefix, String name) {
        if (fields.value(name).isPresent()) {
            List<String> texts = new ArrayList<>();
            fields.texts(name).forEach(text -> texts.add(text.orStandIn()));
            lists.put(prefix + name, List.copyOf(texts));
            origins.put(prefix + name, fields.label(name));
        }
    }
}

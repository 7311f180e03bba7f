// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;
import io.invowk.maven.discovery.CommandCatalog;
import io.invowk.maven.discovery.CommandSource;
import io.invowk.maven.invkfile.Argument;
import io.invowk.maven.invkfile.Command;
import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.invkfile.Env;
import io.invowk.maven.invkfile.EnvInherit;
import io.invowk.maven.invkfile.Flag;
import io.invowk.maven.invkfile.ImageSource;
import io.invowk.maven.invkfile.Implementation;
import io.invowk.maven.invkfile.Invkfile;
import io.invowk.maven.invkfile.Platform;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.invkfile.Script;
import io.invowk.maven.invkfile.ValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Invkfiles built by hand. Each part stands in a source text of its own, its first line. */
public final class InvkfileFixture {

    private final List<CommandFixture> commands = new ArrayList<>();
    private Path directory = Path.of("/project");
    private Optional<String> defaultShell = Optional.empty();
    private Optional<String> workdir = Optional.empty();
    private Env env = Env.EMPTY;
    private DependsOn dependsOn = DependsOn.NONE;

    /** A place whose line holds only the given word. */
    public static Place place(String word) {
        return new Place(new SourceText("invkfile.cue", word), new Span(0, word.length()));
    }

    public InvkfileFixture directory(Path directory) {
        this.directory = directory;
        return this;
    }

    public InvkfileFixture defaultShell(String shell) {
        this.defaultShell = Optional.of(shell);
        return this;
    }

    public InvkfileFixture workdir(String workdir) {
        this.workdir = Optional.of(workdir);
        return this;
    }

    public InvkfileFixture vars(Map<String, String> vars) {
        this.env = new Env(env.files(), vars);
        return this;
    }

    public InvkfileFixture envFiles(String... paths) {
        this.env = new Env(files(paths), env.vars());
        return this;
    }

    public InvkfileFixture dependsOn(DependsOn dependsOn) {
        this.dependsOn = dependsOn;
        return this;
    }

    public InvkfileFixture with(CommandFixture... more) {
        commands.addAll(List.of(more));
        return this;
    }

    public Invkfile build() {
        return new Invkfile(
                directory.resolve("invkfile.cue"),
                defaultShell,
                workdir,
                env,
                dependsOn,
                commands.stream().map(CommandFixture::build).toList(),
                place("file"));
    }

    public CommandCatalog catalog() {
        return CommandCatalog.of(List.of(CommandSource.project(build())));
    }

    private static List<Env.EnvFile> files(String... paths) {
        return Stream.of(paths).map(path -> Env.EnvFile.of(path, place(path))).toList();
    }

    public static CommandFixture command(String name) {
        return new CommandFixture(name);
    }

    public static ImplementationFixture implementation(RuntimeConfig... runtimes) {
        return new ImplementationFixture(List.of(runtimes));
    }

    public static RuntimeConfig.Native nativeRuntime() {
        return nativeRuntime(EnvInherit.UNSET);
    }

    public static RuntimeConfig.Native nativeRuntime(EnvInherit inherit) {
        return new RuntimeConfig.Native(inherit, Optional.empty(), place("native"));
    }

    public static RuntimeConfig.Native interpretedBy(String interpreter) {
        return new RuntimeConfig.Native(EnvInherit.UNSET, Optional.of(interpreter), place("native"));
    }

    public static RuntimeConfig.Virtual virtualRuntime() {
        return new RuntimeConfig.Virtual(EnvInherit.UNSET, place("virtual"));
    }

    public static RuntimeConfig.Container containerRuntime() {
        return containerRuntime(EnvInherit.UNSET, Optional.empty(), false);
    }

    public static RuntimeConfig.Container containerRuntime(
            EnvInherit inherit, Optional<String> interpreter, boolean hostSsh) {
        return new RuntimeConfig.Container(
                inherit,
                interpreter,
                hostSsh,
                new ImageSource.Image("debian:stable-slim", place("image")),
                List.of(),
                List.of(),
                place("container"));
    }

    public static Flag flag(String name, ValueType type) {
        return flag(name, type, null, false, null, null);
    }

    public static Flag flag(
            String name,
            ValueType type,
            @Nullable String defaultValue,
            boolean required,
            @Nullable String shortName,
            @Nullable String validation) {
        return new Flag(
                name,
                "The " + name,
                type,
                Optional.ofNullable(defaultValue),
                required,
                Optional.ofNullable(shortName),
                Optional.ofNullable(validation),
                place(name));
    }

    public static Argument arg(String name, ValueType type) {
        return new Argument(name, "The " + name, type, Optional.empty(), false, Optional.empty(), false, place(name));
    }

    public static Argument required(Argument a) {
        return new Argument(
                a.name(), a.description(), a.type(), a.defaultValue(), true, a.validation(), a.variadic(), a.origin());
    }

    public static Argument variadic(Argument a) {
        return new Argument(
                a.name(), a.description(), a.type(), a.defaultValue(), a.required(), a.validation(), true, a.origin());
    }

    public static Argument withDefault(Argument a, String value) {
        return new Argument(
                a.name(), a.description(), a.type(), Optional.of(value), false, a.validation(), false, a.origin());
    }

    public static Argument matching(Argument a, String pattern) {
        return new Argument(
                a.name(),
                a.description(),
                a.type(),
                a.defaultValue(),
                a.required(),
                Optional.of(pattern),
                a.variadic(),
                a.origin());
    }

    /** One command; native with the script {@code true} if nothing else is said. */
    public static final class CommandFixture {
        private final String name;
        private Optional<String> description = Optional.empty();
        private final List<ImplementationFixture> implementations = new ArrayList<>();
        private final List<Flag> flags = new ArrayList<>();
        private final List<Argument> args = new ArrayList<>();
        private Env env = Env.EMPTY;
        private Optional<String> workdir = Optional.empty();
        private DependsOn dependsOn = DependsOn.NONE;

        private CommandFixture(String name) {
            this.name = name;
        }

        public CommandFixture description(String text) {
            description = Optional.of(text);
            return this;
        }

        public CommandFixture with(ImplementationFixture... more) {
            implementations.addAll(List.of(more));
            return this;
        }

        public CommandFixture flags(Flag... more) {
            flags.addAll(List.of(more));
            return this;
        }

        public CommandFixture args(Argument... more) {
            args.addAll(List.of(more));
            return this;
        }

        public CommandFixture vars(Map<String, String> vars) {
            env = new Env(env.files(), vars);
            return this;
        }

        public CommandFixture envFiles(String... paths) {
            env = new Env(files(paths), env.vars());
            return this;
        }

        public CommandFixture workdir(String text) {
            workdir = Optional.of(text);
            return this;
        }

        public CommandFixture dependsOn(DependsOn text) {
            dependsOn = text;
            return this;
        }

        Command build() {
            List<ImplementationFixture> all =
                    implementations.isEmpty() ? List.of(implementation(nativeRuntime())) : implementations;
            return new Command(
                    name,
                    description,
                    all.stream().map(ImplementationFixture::build).toList(),
                    env,
                    workdir,
                    dependsOn,
                    flags,
                    args,
                    place(name));
        }
    }

    /** One implementation, for all platforms if none is named. */
    public static final class ImplementationFixture {
        private final List<RuntimeConfig> runtimes;
        private String script = "true";
        private Set<Platform> platforms = EnumSet.allOf(Platform.class);
        private Env env = Env.EMPTY;
        private Optional<String> workdir = Optional.empty();
        private DependsOn dependsOn = DependsOn.NONE;

        private ImplementationFixture(List<RuntimeConfig> runtimes) {
            this.runtimes = runtimes;
        }

        public ImplementationFixture script(String text) {
            script = text;
            return this;
        }

        public ImplementationFixture on(Platform first, Platform... more) {
            platforms = EnumSet.of(first, more);
            return this;
        }

        public ImplementationFixture vars(Map<String, String> vars) {
            env = new Env(env.files(), vars);
            return this;
        }

        public ImplementationFixture envFiles(String... paths) {
            env = new Env(files(paths), env.vars());
            return this;
        }

        public ImplementationFixture workdir(String text) {
            workdir = Optional.of(text);
            return this;
        }

        public ImplementationFixture dependsOn(DependsOn what) {
            dependsOn = what;
            return this;
        }

        Implementation build() {
            return new Implementation(
                    new Script(script, place(script.lines().findFirst().orElse(""))),
                    runtimes,
                    platforms,
                    env,
                    workdir,
                    dependsOn,
                    place("implementation"));
        }
    }
}

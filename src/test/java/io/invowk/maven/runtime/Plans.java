// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;
import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.invkfile.EnvInherit;
import io.invowk.maven.invkfile.ImageSource;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.invkfile.Volume;
import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.plan.Interpreter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans for tests: a command "build" of an invkfile in a given directory. */
final class Plans {
    static final SourceText SOURCE = new SourceText("invkfile.cue", "cmds: [{name: \"build\"\n  image: \"x:1\"\n}]");

    final Path directory;
    RuntimeConfig runtime = new RuntimeConfig.Native(EnvInherit.UNSET, Optional.empty(), place("{name"));
    String text = "";
    Optional<Path> file = Optional.empty();
    Optional<Interpreter> interpreter = Optional.empty();
    Optional<String> shell = Optional.empty();
    List<String> words = List.of();
    Map<String, String> environment = Map.of("PATH", "/usr/bin:/bin");
    Set<String> hostPaths = Set.of();
    Path workdir;

    Plans(Path directory) {
        this.directory = directory;
        this.workdir = directory;
    }

    static Place place(String part) {
        int start = SOURCE.text().indexOf(part);
        return new Place(SOURCE, new Span(start, start + part.length()));
    }

    Plans script(String script, String... positional) {
        text = script;
        words = List.of(positional);
        return this;
    }

    Plans interpreter(String program, String... arguments) {
        interpreter = Optional.of(new Interpreter(program, List.of(arguments)));
        return this;
    }

    Plans image(String name) {
        return container(new ImageSource.Image(name, place("\"x:1\"")));
    }

    Plans container(ImageSource image, Volume... volumes) {
        runtime = new RuntimeConfig.Container(
                EnvInherit.UNSET, Optional.empty(), false, image, List.of(volumes), List.of("8080:80"), place("image"));
        return this;
    }

    /** With access to this machine. */
    Plans hostSsh() {
        runtime = new RuntimeConfig.Container(
                EnvInherit.UNSET,
                Optional.empty(),
                true,
                new ImageSource.Image("x:1", place("\"x:1\"")),
                List.of(),
                List.of(),
                place("image"));
        return this;
    }

    ExecutionPlan plan() {
        return new ExecutionPlan(
                "build",
                place("{name"),
                runtime,
                new ExecutionPlan.ScriptText(text, file, place("name")),
                interpreter,
                shell,
                words,
                environment,
                hostPaths,
                directory,
                workdir,
                false,
                DependsOn.NONE);
    }
}

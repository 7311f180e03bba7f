// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.invkfile.Env;
import io.invowk.maven.invkfile.EnvInherit;
import io.invowk.maven.invkfile.EnvInherit.Mode;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.invkfile.RuntimeKind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The environment of a script, later layers over earlier ones: what is inherited from the host; the project; dotenv files
 * of the file, of the command, of the implementation; variables of the same three; flags and arguments; dotenv files and
 * variables of this run.
 */
final class EnvMerge {
    private final CommandEntry entry;
    private final Selection selection;
    private final Map<String, String> generated;

    /** @param generated flags and arguments */
    EnvMerge(CommandEntry entry, Selection selection, Map<String, String> generated) {
        this.entry = entry;
        this.selection = selection;
        this.generated = generated;
    }

    /**
     * All of it.
     *
     * @param project what the script is told of the project
     * @param directory of the project: relative files of this run start from it
     * @throws UserException if dotenv files cannot be used
     */
    Map<String, String> merge(Map<String, String> host, ProjectVariables project, Path directory, RunOptions options) {
        Map<String, String> merged = inherited(host, selection.runtime(), options.inherit());
        merged.putAll(project.texts());
        project.directories().forEach((name, path) -> merged.put(name, path.toString()));
        EnvFiles files = new EnvFiles();
        for (Env layer : layers()) {
            merged.putAll(files.read(entry.source().invkfile().directory(), layer.files()));
        }
        Map<String, String> filesOfRun = files.read(directory, options.envFiles());
        files.refuseProblems();
        merged.putAll(ofInvkfile());
        merged.putAll(filesOfRun);
        merged.putAll(options.env());
        return merged;
    }

    /** The part of it that is the same everywhere: the variables in the invkfile itself, and then what is generated. */
    Map<String, String> ofInvkfile() {
        Map<String, String> merged = new HashMap<>();
        for (Env layer : layers()) {
            merged.putAll(layer.vars());
        }
        merged.putAll(generated);
        return merged;
    }

    /** The dotenv files that the invkfile names, those of the file first. */
    List<Env.EnvFile> files() {
        return layers().stream().flatMap(layer -> layer.files().stream()).toList();
    }

    private List<Env> layers() {
        return List.of(
                entry.source().invkfile().env(),
                entry.command().env(),
                selection.implementation().env());
    }

    /** The host layer. Names are compared exactly; what belongs to an outer run of a command never passes. */
    private static Map<String, String> inherited(Map<String, String> host, RuntimeConfig runtime, EnvInherit given) {
        EnvInherit file = runtime.inherit();
        Optional<Mode> asked = given.mode().isPresent() ? given.mode() : file.mode();
        Mode mode = asked.orElse(defaultMode(runtime.kind()));
        List<String> allow = given.allow().isEmpty() ? file.allow() : given.allow();
        List<String> deny = given.deny().isEmpty() ? file.deny() : given.deny();
        Map<String, String> inherited = switch (mode) {
            case NONE -> new HashMap<>();
            case ALLOW, ALL -> new HashMap<>(host);
        };
        if (mode == Mode.ALLOW) {
            inherited.keySet().retainAll(allow);
        }
        for (String name : deny) {
            inherited.remove(name);
        }
        for (String name : host.keySet()) {
            if (VariableNames.isOfOneRun(name)) {
                inherited.remove(name);
            }
        }
        return inherited;
    }

    private static Mode defaultMode(RuntimeKind kind) {
        return switch (kind) {
            case NATIVE, VIRTUAL -> Mode.ALL;
            case CONTAINER -> Mode.NONE;
        };
    }
}

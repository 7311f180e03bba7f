// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.invkfile.EnvInherit;
import io.invowk.maven.invkfile.EnvInherit.Mode;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.invkfile.RuntimeKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The environment of a script, later layers over earlier ones: what is inherited from the host, variables of the file,
 * of the command, of the implementation, flags and arguments, variables of this run.
 */
final class EnvMerge {
    private EnvMerge() {}

    static Map<String, String> merge(
            Map<String, String> host,
            CommandEntry entry,
            Selection selection,
            Map<String, String> generated,
            RunOptions options) {
        Map<String, String> merged = inherited(host, selection.runtime(), options.inherit());
        merged.putAll(ofInvkfile(entry, selection, generated));
        merged.putAll(options.env());
        return merged;
    }

    /** The part of it that is the same everywhere: what the invkfile itself sets, and then what is generated. */
    static Map<String, String> ofInvkfile(CommandEntry entry, Selection selection, Map<String, String> generated) {
        Map<String, String> merged =
                new HashMap<>(entry.source().invkfile().env().vars());
        merged.putAll(entry.command().env().vars());
        merged.putAll(selection.implementation().env().vars());
        merged.putAll(generated);
        return merged;
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

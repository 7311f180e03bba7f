// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cuefile.Fields;
import io.invowk.maven.cuefile.Findings;
import io.invowk.maven.cuefile.Text;
import io.invowk.maven.invkfile.Argument;
import io.invowk.maven.invkfile.Command;
import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.invkfile.Env;
import io.invowk.maven.invkfile.Flag;
import io.invowk.maven.invkfile.Implementation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One element of {@code cmds}. */
final class CommandDecoder {
    /** The limit of every name but those of variables. */
    static final int MAX_NAME_BYTES = 256;

    static final int MAX_DESCRIPTION_BYTES = 10_240;

    private final EnvDecoder envs;
    private final DependsOnDecoder dependencies;
    private final ImplementationDecoder implementations;
    private final Findings findings;

    CommandDecoder(EnvDecoder envs, DependsOnDecoder dependencies, Findings findings) {
        this.envs = envs;
        this.dependencies = dependencies;
        this.implementations = new ImplementationDecoder(envs, dependencies, findings);
        this.findings = findings;
    }

    /**
     * The command, empty if there is a problem in it.
     *
     * @param names the commands of the file so far
     */
    Optional<Command> decode(Located node, Unique names) {
        Optional<Fields> fields = Fields.of(node, findings);
        return fields.isPresent() ? command(fields.get(), names) : Optional.empty();
    }

    private Optional<Command> command(Fields fields, Unique names) {
        int before = findings.count();
        Text name = fields.text("name").maxBytes(MAX_NAME_BYTES);
        names.see(name, String.join(" ", Command.words(name.orStandIn())));
        Optional<String> description = description(fields.text("description")).value();
        Env env = envs.decode(fields);
        Optional<String> workdir = InvkfileDecoder.workdir(fields);
        DependsOn dependsOn = dependencies.decode(fields);
        List<Implementation> all = implementations(fields);
        List<Flag> flags = flags(fields.list("flags"));
        List<Argument> args = arguments(fields.list("args"));
        if (!findings.noneSince(before)) {
            return Optional.empty();
        }
        return Optional.of(new Command(
                name.orStandIn(),
                description,
                all,
                env,
                workdir,
                dependsOn,
                flags,
                args,
                fields.node().place()));
    }

    private List<Implementation> implementations(Fields fields) {
        PlatformRuntimePairs pairs = new PlatformRuntimePairs(findings);
        List<Implementation> all = new ArrayList<>();
        for (Located node : fields.list("implementations")) {
            Optional<Implementation> implementation = implementations.decode(node, pairs);
            if (implementation.isPresent()) {
                all.add(implementation.get());
            }
        }
        return all;
    }

    private List<Flag> flags(List<Located> nodes) {
        return nodes.isEmpty() ? List.of() : new FlagDecoder(findings).decode(nodes);
    }

    private List<Argument> arguments(List<Located> nodes) {
        return nodes.isEmpty() ? List.of() : new ArgumentDecoder(findings).decode(nodes);
    }

    /** The checks of every {@code description}. */
    static Text description(Text text) {
        return text.maxBytes(MAX_DESCRIPTION_BYTES);
    }
}

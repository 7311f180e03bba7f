// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.Judgement;
import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.cuefile.Fields;
import io.invowk.maven.cuefile.Findings;
import io.invowk.maven.invkfile.Command;
import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.invkfile.Env;
import io.invowk.maven.invkfile.Invkfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The top of an invkfile, from its value to its records. */
final class InvkfileDecoder {
    private final Findings findings = new Findings();
    private final EnvDecoder envs = new EnvDecoder(findings);
    private final DependsOnDecoder dependencies = new DependsOnDecoder(findings);
    private final CommandDecoder commands = new CommandDecoder(envs, dependencies, findings);

    private InvkfileDecoder() {}

    /**
     * Checks a whole value and makes the records, if there is nothing wrong.
     *
     * @param file where it was read, absolute
     */
    static Decoded decode(Value value, Path file) {
        InvkfileDecoder decoder = new InvkfileDecoder();
        Judgement judgement = InvkfileSchema.judge(value);
        judgement.violations().forEach(decoder.findings::add);
        Located root = Located.root(judgement.value().orElse(value));
        Optional<Fields> fields = Fields.of(root, decoder.findings);
        if (fields.isPresent()) {
            Invkfile invkfile = decoder.invkfile(fields.get(), file);
            if (decoder.findings.count() == 0) {
                return Decoded.of(invkfile);
            }
        }
        return Decoded.failed(decoder.findings.inSourceOrder());
    }

    private Invkfile invkfile(Fields fields, Path file) {
        Optional<String> shell = fields.text("default_shell").notEmptyValue();
        Optional<String> workdir = workdir(fields);
        Env env = envs.decode(fields);
        DependsOn dependsOn = dependencies.decode(fields);
        Unique names = new Unique("command", findings);
        List<Command> all = new ArrayList<>();
        for (Located node : fields.list("cmds")) {
            Optional<Command> command = commands.decode(node, names);
            if (command.isPresent()) {
                all.add(command.get());
            }
        }
        return new Invkfile(
                file, shell, workdir, env, dependsOn, all, fields.node().place());
    }

    /** The field {@code workdir} of the file, a command or an implementation. */
    static Optional<String> workdir(Fields fields) {
        return fields.text("workdir").notEmptyValue();
    }
}

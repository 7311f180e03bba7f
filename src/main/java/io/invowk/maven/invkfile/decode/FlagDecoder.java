// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cuefile.Fields;
import io.invowk.maven.cuefile.FileProblem.Kind;
import io.invowk.maven.cuefile.Findings;
import io.invowk.maven.cuefile.Labels;
import io.invowk.maven.cuefile.Text;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.Flag;
import io.invowk.maven.invkfile.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The flags of one command. */
final class FlagDecoder {
    /** Options that stand beside a command's own flags after its name, and that no flag may hide. */
    private static final Set<String> RESERVED =
            Set.of("env-file", "env-var", "env-inherit-mode", "env-inherit-allow", "env-inherit-deny", "workdir");

    private static final Set<String> RESERVED_SHORT = Set.of("e", "E", "w");
    private static final Labels<ValueType> TYPES = Labels.of(ValueType.values());

    private final Findings findings;
    private final Unique names;
    private final Unique shortNames;

    FlagDecoder(Findings findings) {
        this.findings = findings;
        this.names = new Unique("flag", findings);
        this.shortNames = new Unique("short name", findings);
    }

    /** The flags that are well formed, in file order. */
    List<Flag> decode(List<Located> nodes) {
        List<Flag> flags = new ArrayList<>();
        for (Located node : nodes) {
            Optional<Fields> fields = Fields.of(node, findings);
            Optional<Flag> flag = fields.isPresent() ? flag(fields.get()) : Optional.empty();
            if (flag.isPresent()) {
                flags.add(flag.get());
            }
        }
        return flags;
    }

    private Optional<Flag> flag(Fields fields) {
        int before = findings.count();
        Parameter parameter = Parameter.read(fields, TYPES, findings);
        Text name = notReserved(parameter.name(), RESERVED, "flag");
        names.see(name);
        Text shortName = notReserved(fields.text("short"), RESERVED_SHORT, "short name");
        shortNames.see(shortName);
        if (!findings.noneSince(before)) {
            return Optional.empty();
        }
        return Optional.of(new Flag(
                name.orStandIn(),
                parameter.description(),
                parameter.type(),
                parameter.defaultValue(),
                parameter.required(),
                shortName.value(),
                parameter.validation(),
                fields.node().place()));
    }

    private static Text notReserved(Text name, Set<String> reserved, String noun) {
        return !reserved.contains(name.orStandIn())
                ? name
                : name.refuse(
                        Kind.STRUCT,
                        noun + " " + Quoted.of(name.orStandIn()) + " is an option that every command has",
                        "another name");
    }
}

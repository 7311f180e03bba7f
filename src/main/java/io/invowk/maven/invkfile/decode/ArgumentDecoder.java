// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cuefile.Fields;
import io.invowk.maven.cuefile.FileProblem.Kind;
import io.invowk.maven.cuefile.Finding;
import io.invowk.maven.cuefile.Findings;
import io.invowk.maven.cuefile.Labels;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.Argument;
import io.invowk.maven.invkfile.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments of one command; their order matters. */
final class ArgumentDecoder {
    private static final Labels<ValueType> TYPES = Labels.of(List.of(ValueType.STRING, ValueType.INT, ValueType.FLOAT));

    private final Findings findings;
    private final Unique names;
    private Optional<Place> optional = Optional.empty();
    private Optional<Place> variadic = Optional.empty();

    ArgumentDecoder(Findings findings) {
        this.findings = findings;
        this.names = new Unique("argument", findings);
    }

    /** The arguments that are well formed, in file order. */
    List<Argument> decode(List<Located> nodes) {
        List<Argument> arguments = new ArrayList<>();
        for (Located node : nodes) {
            Optional<Fields> fields = Fields.of(node, findings);
            Optional<Argument> argument = fields.isPresent() ? argument(fields.get()) : Optional.empty();
            if (argument.isPresent()) {
                arguments.add(argument.get());
            }
        }
        return arguments;
    }

    private Optional<Argument> argument(Fields fields) {
        int before = findings.count();
        Parameter parameter = Parameter.read(fields, TYPES, findings);
        names.see(parameter.name());
        boolean takesAll = fields.bool("variadic");
        checkOrder(fields, parameter, takesAll);
        if (!findings.noneSince(before)) {
            return Optional.empty();
        }
        return Optional.of(new Argument(
                parameter.name().orStandIn(),
                parameter.description(),
                parameter.type(),
                parameter.defaultValue(),
                parameter.required(),
                parameter.validation(),
                takesAll,
                fields.node().place()));
    }

    private void checkOrder(Fields fields, Parameter parameter, boolean takesAll) {
        String subject = "argument " + Quoted.of(parameter.name().orStandIn());
        Place here = fields.node().use();
        if (variadic.isPresent()) {
            findings.add(
                    Finding.of(Kind.STRUCT, fields.node(), subject + " follows one that takes all words that are left")
                            .at(here)
                            .also("variadic argument", variadic.get())
                            .help("make the variadic argument the last one"));
        }
        if (parameter.required() && optional.isPresent()) {
            findings.add(Finding.of(Kind.STRUCT, fields.node(), subject + " is required but follows an optional one")
                    .at(here)
                    .also("optional argument", optional.get())
                    .help("put required arguments first"));
        }
        if (!parameter.required() && optional.isEmpty()) {
            optional = Optional.of(here);
        }
        if (takesAll && variadic.isEmpty()) {
            variadic = Optional.of(here);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.Env;
import io.invowk.maven.invkfile.decode.InvkfileProblem.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The field {@code env} of the file, a command or an implementation. */
final class EnvDecoder {
    static final int MAX_VALUE_BYTES = 32_768;

    private final Findings findings;

    EnvDecoder(Findings findings) {
        this.findings = findings;
    }

    /** What {@code env} of a struct says, nothing if it is absent. */
    Env decode(Fields owner) {
        return owner.value("env")
                .flatMap(node -> Fields.of(node, Shape.ENV, findings))
                .map(fields -> new Env(files(fields), vars(fields)))
                .orElse(Env.EMPTY);
    }

    private static List<Env.EnvFile> files(Fields fields) {
        EnvFilePath rule = new EnvFilePath();
        List<Env.EnvFile> files = new ArrayList<>();
        for (Text text : fields.texts("files")) {
            text.obeys(Kind.STRUCT, entry -> rule.problem(path(entry)))
                    .ifPresent((entry, node) ->
                            files.add(new Env.EnvFile(path(entry), entry.endsWith("?"), node.place())));
        }
        return files;
    }

    private static String path(String entry) {
        return entry.endsWith("?") ? entry.substring(0, entry.length() - 1) : entry;
    }

    private Map<String, String> vars(Fields fields) {
        Optional<Fields> vars = fields.value("vars").flatMap(node -> Fields.open(node, findings));
        Map<String, String> all = new LinkedHashMap<>();
        vars.ifPresent(v -> v.names().forEach(name -> {
            if (!Names.VARIABLE.matches(name)) {
                findings.add(v.atLabel(Kind.STRUCT, name, Quoted.of(name) + " is no " + Names.VARIABLE.noun())
                        .expected(Names.VARIABLE.form()));
            }
            v.text(name).maxBytes(MAX_VALUE_BYTES).ifPresent((value, node) -> all.put(name, value));
        }));
        return all;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cuefile.Fields;
import io.invowk.maven.cuefile.FileProblem.Kind;
import io.invowk.maven.cuefile.Findings;
import io.invowk.maven.cuefile.Text;
import io.invowk.maven.invkfile.Env;
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
        Optional<Fields> fields = owner.struct("env");
        return fields.isPresent() ? new Env(files(fields.get()), vars(fields.get())) : Env.EMPTY;
    }

    private static List<Env.EnvFile> files(Fields fields) {
        EnvFilePath rule = new EnvFilePath();
        List<Env.EnvFile> files = new ArrayList<>();
        for (Text text : fields.texts("files")) {
            Text checked = text.obeys(Kind.STRUCT, entry -> rule.problem(path(entry)));
            if (checked.value().isPresent()) {
                String entry = checked.orStandIn();
                files.add(new Env.EnvFile(
                        path(entry), entry.endsWith("?"), checked.node().place()));
            }
        }
        return files;
    }

    private static String path(String entry) {
        return entry.endsWith("?") ? entry.substring(0, entry.length() - 1) : entry;
    }

    private Map<String, String> vars(Fields fields) {
        Map<String, String> all = new LinkedHashMap<>();
        VariableName rule = new VariableName();
        Optional<Fields> vars = fields.struct("vars");
        if (vars.isEmpty()) {
            return all;
        }
        for (String name : vars.get().names()) {
            Optional<String> problem = rule.problem(name);
            if (problem.isPresent()) {
                findings.add(
                        vars.get().atLabel(Kind.STRUCT, name, problem.get()).expected(VariableName.FORM));
            }
            Text value = vars.get().text(name).maxBytes(MAX_VALUE_BYTES);
            if (value.value().isPresent()) {
                all.put(name, value.orStandIn());
            }
        }
        return all;
    }
}

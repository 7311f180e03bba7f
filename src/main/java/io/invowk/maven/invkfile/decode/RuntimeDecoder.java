// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cuefile.Fields;
import io.invowk.maven.cuefile.Findings;
import io.invowk.maven.cuefile.Labels;
import io.invowk.maven.cuefile.Text;
import io.invowk.maven.invkfile.EnvInherit;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.invkfile.RuntimeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One element of {@code runtimes}. The schema tells the kinds apart; it gives one without a name the kind it fits. */
final class RuntimeDecoder {
    private static final Labels<RuntimeKind> KINDS = Labels.of(RuntimeKind.values());
    private static final Labels<EnvInherit.Mode> MODES = Labels.of(EnvInherit.Mode.values());

    private final Findings findings;
    private final ContainerDecoder containers;

    RuntimeDecoder(Findings findings) {
        this.findings = findings;
        this.containers = new ContainerDecoder(findings);
    }

    /**
     * What is known of a runtime.
     *
     * @param config empty if there is a problem in it
     */
    record Known(Optional<RuntimeKind> kind, Optional<RuntimeConfig> config) {}

    Known decode(Located node) {
        Optional<Fields> fields = Fields.of(node, findings);
        if (fields.isEmpty()) {
            return new Known(Optional.empty(), Optional.empty());
        }
        Optional<RuntimeKind> kind = fields.get().choice("name", KINDS);
        return new Known(kind, config(fields.get(), kind));
    }

    /** Every field is read whatever the kind, so that nothing wrong stays unsaid. */
    private Optional<RuntimeConfig> config(Fields fields, Optional<RuntimeKind> kind) {
        int before = findings.count();
        EnvInherit inherit = inherit(fields);
        Optional<String> interpreter = fields.text("interpreter").value();
        ContainerDecoder.Parts parts = containers.decode(fields);
        if (kind.equals(Optional.of(RuntimeKind.CONTAINER))) {
            containers.requireOneImage(fields);
        }
        if (!findings.noneSince(before) || kind.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (kind.get()) {
                    case NATIVE ->
                        new RuntimeConfig.Native(
                                inherit, interpreter, fields.node().place());
                    case VIRTUAL ->
                        new RuntimeConfig.Virtual(inherit, fields.node().place());
                    case CONTAINER ->
                        new RuntimeConfig.Container(
                                inherit,
                                interpreter,
                                parts.hostSsh(),
                                parts.image().orElseThrow(),
                                parts.volumes(),
                                parts.ports(),
                                fields.node().place());
                });
    }

    private EnvInherit inherit(Fields fields) {
        return new EnvInherit(
                fields.choice("env_inherit_mode", MODES),
                variables(fields, "env_inherit_allow"),
                variables(fields, "env_inherit_deny"));
    }

    private static List<String> variables(Fields fields, String list) {
        List<String> variables = new ArrayList<>();
        for (Text name : fields.texts(list)) {
            Optional<String> variable = name.value();
            if (variable.isPresent()) {
                variables.add(variable.get());
            }
        }
        return variables;
    }
}

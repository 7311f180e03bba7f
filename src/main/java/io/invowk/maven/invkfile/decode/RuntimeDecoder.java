// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.EnvInherit;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.invkfile.RuntimeKind;
import io.invowk.maven.invkfile.decode.InvkfileProblem.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One element of {@code runtimes}: a closed union that {@code name} tells apart. Without {@code name} it is the one kind
 * that its fields fit.
 */
final class RuntimeDecoder {
    private static final int MAX_INTERPRETER_CODE_POINTS = 1024;
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

    Known decode(Node node) {
        Optional<Fields> fields = Fields.open(node, findings);
        if (fields.isEmpty()) {
            return new Known(Optional.empty(), Optional.empty());
        }
        Optional<RuntimeKind> kind = kind(fields.get());
        return new Known(kind, config(fields.get(), kind));
    }

    private Optional<RuntimeKind> kind(Fields fields) {
        if (fields.value("name").isPresent()) {
            return fields.choice("name", "runtime", KINDS);
        }
        List<RuntimeKind> possible = Arrays.stream(RuntimeKind.values())
                .filter(kind ->
                        fields.names().stream().allMatch(name -> shape(kind).has(name) || !Shape.CONTAINER.has(name)))
                .toList();
        if (possible.size() == 1) {
            return Optional.of(possible.get(0));
        }
        List<String> labels = possible.stream().map(RuntimeKind::label).toList();
        findings.add(fields.missing("name", "missing field \"name\" in a runtime that may be of more than one kind")
                .expected(Quoted.choice(labels)));
        return Optional.empty();
    }

    /** Every field is read whatever the kind, so that nothing wrong stays unsaid. */
    private Optional<RuntimeConfig> config(Fields fields, Optional<RuntimeKind> kind) {
        int before = findings.count();
        for (String name : fields.names()) {
            refuseForeign(name, fields, kind);
        }
        EnvInherit inherit = inherit(fields);
        Optional<String> interpreter = fields.text("interpreter")
                .visibleLine()
                .maxCodePoints(MAX_INTERPRETER_CODE_POINTS)
                .value();
        ContainerDecoder.Parts parts = containers.decode(fields);
        if (kind.equals(Optional.of(RuntimeKind.CONTAINER))) {
            containers.requireOneImage(fields);
        }
        if (findings.count() > before || kind.isEmpty()) {
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

    /** A field that only another kind has names the kind that was meant. */
    private void refuseForeign(String name, Fields fields, Optional<RuntimeKind> kind) {
        Shape shape = kind.isPresent() ? shape(kind.get()) : Shape.CONTAINER;
        if (shape.has(name)) {
            return;
        }
        String owners = Arrays.stream(RuntimeKind.values())
                .filter(k -> shape(k).has(name))
                .map(k -> "name: " + Quoted.of(k.label()))
                .collect(Collectors.joining(" or "));
        findings.add(
                owners.isEmpty()
                        ? fields.unknown(name, shape)
                        : fields.atLabel(Kind.SCHEMA, name, shape.noun() + " has no field " + Quoted.of(name))
                                .help("did you mean " + owners + "? otherwise remove " + Quoted.of(name)));
    }

    private EnvInherit inherit(Fields fields) {
        return new EnvInherit(
                fields.choice("env_inherit_mode", "mode", MODES),
                variables(fields, "env_inherit_allow"),
                variables(fields, "env_inherit_deny"));
    }

    private static List<String> variables(Fields fields, String list) {
        List<String> variables = new ArrayList<>();
        for (Text name : fields.texts(list)) {
            Optional<String> variable = Names.VARIABLE.check(name).value();
            if (variable.isPresent()) {
                variables.add(variable.get());
            }
        }
        return variables;
    }

    private static Shape shape(RuntimeKind kind) {
        return switch (kind) {
            case NATIVE -> Shape.NATIVE;
            case VIRTUAL -> Shape.VIRTUAL;
            case CONTAINER -> Shape.CONTAINER;
        };
    }
}

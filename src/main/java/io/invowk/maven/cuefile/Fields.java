// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cuefile;

import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.cuefile.FileProblem.Kind;
import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one struct. What the schema refuses counts as absent: it is reported already, and reading goes on.
 */
public final class Fields {
    private final Located node;
    private final Map<String, Value.Field> fields;
    private final Findings findings;

    private Fields(Located node, Value.Struct struct, Findings findings) {
        this.node = node;
        this.fields = struct.fields();
        this.findings = findings;
    }

    /** The fields of a value; empty if it is no struct, which the schema has refused. */
    public static Optional<Fields> of(Located node, Findings findings) {
        return node.value() instanceof Value.Struct struct
                ? Optional.of(new Fields(node, struct, findings))
                : Optional.empty();
    }

    /** A problem with the field itself, not with its value; it must be there. */
    public Finding atLabel(Kind kind, String name, String message) {
        Value.Field field = field(name);
        return Finding.of(kind, node.field(name, field.value()), message).at(field.label());
    }

    /** Where the name of a field that must be there was written. */
    public Place label(String name) {
        return field(name).label();
    }

    private Value.Field field(String name) {
        return Optional.ofNullable(fields.get(name)).orElseThrow();
    }

    /** The struct itself. */
    public Located node() {
        return node;
    }

    /** The names that are there, in the order of the file. */
    public Set<String> names() {
        return fields.keySet();
    }

    public Optional<Located> value(String name) {
        Value.Field field = fields.get(name);
        return field == null ? Optional.empty() : accepted(node.field(name, field.value()));
    }

    private Optional<Located> accepted(Located child) {
        return findings.refuse(child) ? Optional.empty() : Optional.of(child);
    }

    /** The fields of a struct, none if it is absent. */
    public Optional<Fields> struct(String name) {
        Optional<Located> value = value(name);
        return value.isPresent() ? of(value.get(), findings) : Optional.empty();
    }

    public Text text(String name) {
        Optional<Located> value = value(name);
        return value.isPresent() ? Text.of(value.get(), findings) : Text.absent(findings);
    }

    /** A bool, false if absent. */
    public boolean bool(String name) {
        Optional<Located> value = value(name);
        return value.isPresent() && value.get().value() instanceof Value.Bool bool && bool.value();
    }

    /** The elements of a list, none if absent. */
    public List<Located> list(String name) {
        Optional<Located> value = value(name);
        List<Located> elements = new ArrayList<>();
        if (value.isPresent() && value.get().value() instanceof Value.ListValue list) {
            int index = 0;
            for (Value element : list.elements()) {
                Optional<Located> child = accepted(value.get().element(index++, element));
                if (child.isPresent()) {
                    elements.add(child.get());
                }
            }
        }
        return elements;
    }

    /** Strings of a list, none if absent. */
    public List<Text> texts(String name) {
        List<Text> texts = new ArrayList<>();
        for (Located element : list(name)) {
            texts.add(Text.of(element, findings));
        }
        return texts;
    }

    /** The constant that a string names. */
    public <E extends Enum<E>> Optional<E> choice(String name, Labels<E> labels) {
        return text(name).value().flatMap(labels::constant);
    }
}

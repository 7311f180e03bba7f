// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.NearName;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.decode.InvkfileProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one struct. Every reader reports what is wrong with its field and then answers as if the field were
 * absent, so that reading goes on.
 */
final class Fields {
    private final Node node;
    private final Map<String, Value.Field> fields;
    private final Findings findings;

    private Fields(Node node, Value.Struct struct, Findings findings) {
        this.node = node;
        this.fields = struct.fields();
        this.findings = findings;
    }

    /** Takes a value that must be a struct with no other fields than those of the shape. */
    static Optional<Fields> of(Node node, Shape shape, Findings findings) {
        Optional<Fields> fields = open(node, findings);
        if (fields.isPresent()) {
            fields.get().refuseUnknown(shape);
        }
        return fields;
    }

    /** Takes a value that must be a struct; which fields it may have is not looked at. */
    static Optional<Fields> open(Node node, Findings findings) {
        if (node.value() instanceof Value.Struct struct) {
            return Optional.of(new Fields(node, struct, findings));
        }
        findings.add(WrongKind.of(node, "a struct"));
        return Optional.empty();
    }

    private void refuseUnknown(Shape shape) {
        for (String name : fields.keySet()) {
            if (!shape.has(name)) {
                findings.add(unknown(name, shape));
            }
        }
    }

    /** The problem of a field, which must be there, that the shape does not have. */
    Finding unknown(String name, Shape shape) {
        Optional<String> forbidden = shape.cureOfForbidden(name);
        if (forbidden.isPresent()) {
            return atLabel(Kind.SCHEMA, name, "field " + Quoted.of(name) + " is not allowed in " + shape.noun())
                    .help(forbidden);
        }
        List<String> free =
                shape.fields().stream().filter(f -> !fields.containsKey(f)).toList();
        return atLabel(Kind.SCHEMA, name, "unknown field " + Quoted.of(name))
                .expected(Quoted.choice(shape.fields()))
                .help(NearName.question(name, free).or(() -> Shape.ownersOf(name)));
    }

    /** A problem with the field itself, not with its value; it must be there. */
    Finding atLabel(Kind kind, String name, String message) {
        Value.Field field = field(name);
        return Finding.of(kind, node.field(name, field.value()), message).at(field.label());
    }

    /** Where the name of a field that must be there was written. */
    Place label(String name) {
        return field(name).label();
    }

    private Value.Field field(String name) {
        return Optional.ofNullable(fields.get(name)).orElseThrow();
    }

    /** The struct itself. */
    Node node() {
        return node;
    }

    /** The names that are there, in the order of the file. */
    Set<String> names() {
        return fields.keySet();
    }

    Optional<Node> value(String name) {
        Value.Field field = fields.get(name);
        return field == null ? Optional.empty() : Optional.of(node.field(name, field.value()));
    }

    Text text(String name) {
        Optional<Node> value = value(name);
        return value.isPresent() ? Text.of(value.get(), findings) : Text.absent(findings);
    }

    Text requiredText(String name) {
        require(name, "a string");
        return text(name);
    }

    /** A bool, false if absent. */
    boolean bool(String name) {
        Optional<Node> value = value(name);
        if (value.isPresent() && value.get().value() instanceof Value.Bool bool) {
            return bool.value();
        }
        if (value.isPresent()) {
            findings.add(WrongKind.of(value.get(), "true or false"));
        }
        return false;
    }

    /** The elements of a list, none if absent. */
    List<Node> list(String name) {
        Optional<Node> value = value(name);
        return value.isPresent() ? elements(value.get()) : List.of();
    }

    /** The elements of a list that has at least one if it is there. */
    List<Node> filledList(String name) {
        Optional<Node> value = value(name);
        if (value.isPresent()
                && value.get().value() instanceof Value.ListValue list
                && list.elements().isEmpty()) {
            findings.add(Finding.of(Kind.SCHEMA, value.get(), Quoted.of(name) + " is empty")
                    .expected("at least one element"));
        }
        return list(name);
    }

    /** The elements of a list that must be there and have at least one. */
    List<Node> requiredList(String name) {
        require(name, "a list");
        return filledList(name);
    }

    /** Strings of a list, none if absent. */
    List<Text> texts(String name) {
        List<Text> texts = new ArrayList<>();
        for (Node element : list(name)) {
            texts.add(Text.of(element, findings));
        }
        return texts;
    }

    /**
     * The constant that a string names.
     *
     * @param noun what such a constant is called
     */
    <E extends Enum<E>> Optional<E> choice(String name, String noun, Labels<E> labels) {
        Optional<Node> value = value(name);
        return value.isPresent() ? labels.read(value.get(), noun, findings) : Optional.empty();
    }

    /** Reports that a field is missing. */
    void require(String name, String expected) {
        if (!fields.containsKey(name)) {
            findings.add(missing(name, "missing field " + Quoted.of(name)).expected(expected));
        }
    }

    /** A problem of the schema with a field that is not there. */
    Finding missing(String name, String message) {
        return Finding.of(Kind.SCHEMA, node, message)
                .atOpening()
                .path(node.path().field(name));
    }

    private List<Node> elements(Node list) {
        if (!(list.value() instanceof Value.ListValue value)) {
            findings.add(WrongKind.of(list, "a list"));
            return List.of();
        }
        List<Node> elements = new ArrayList<>();
        for (Value element : value.elements()) {
            elements.add(list.element(elements.size(), element));
        }
        return elements;
    }
}

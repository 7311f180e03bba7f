// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.NearName;
import io.invowk.maven.diagnostic.Quoted;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out which alternative of a disjunction of structs was meant. */
final class Discriminator {
    private Discriminator() {}

    /** The field by which structs are told apart: in each it is one text. */
    static Optional<String> of(List<SchemaStruct> structs) {
        return structs.stream()
                .flatMap(struct -> struct.names().stream())
                .filter(name -> structs.stream()
                        .allMatch(struct -> struct.constant(name).isPresent()))
                .findFirst();
    }

    /**
     * The alternative that was meant.
     *
     * @param struct the one, or the one with the most fields if that cannot be told
     * @param rest the value without what is reported already
     * @param siblings all alternatives; none if it cannot be told which was meant
     * @param violations what keeps it from being told
     */
    record Choice(SchemaStruct struct, Value.Struct rest, List<SchemaStruct> siblings, List<Violation> violations) {}

    static Choice choose(Located subject, Value.Struct value, List<SchemaStruct> alternatives, SchemaWords words) {
        Optional<String> label = of(alternatives);
        if (label.isEmpty()) {
            return new Choice(byFields(value, alternatives), value, alternatives, List.of());
        }
        Value.Field field = value.fields().get(label.get());
        if (field == null) {
            return withoutLabel(subject, value, label.get(), alternatives, words);
        }
        Located named = subject.field(label.get(), field.value());
        if (!(field.value() instanceof Value.Str text)) {
            return unclear(value, label.get(), alternatives, ExpectedKind.STRING.refuse(named));
        }
        for (SchemaStruct alternative : alternatives) {
            if (alternative.constant(label.get()).equals(Optional.of(text.value()))) {
                return new Choice(alternative, value, alternatives, List.of());
            }
        }
        List<String> known = constants(alternatives, label.get());
        String message = words.problem()
                .map(problem -> problem.message(named))
                .orElse("unknown " + label.get() + " " + Quoted.of(text.value()));
        Violation wrong = Violation.of(named, message, Quoted.choice(known), NearName.question(text.value(), known));
        return unclear(value, label.get(), alternatives, wrong);
    }

    private static List<String> constants(List<SchemaStruct> alternatives, String label) {
        return alternatives.stream()
                .flatMap(alternative -> alternative.constant(label).stream())
                .toList();
    }

    /** The first alternative all of whose required fields are there, else the last. */
    private static SchemaStruct byFields(Value.Struct value, List<SchemaStruct> alternatives) {
        return alternatives.stream()
                .filter(alternative -> value.fields().keySet().containsAll(alternative.required()))
                .findFirst()
                .orElse(alternatives.get(alternatives.size() - 1));
    }

    private static Choice withoutLabel(
            Located subject, Value.Struct value, String label, List<SchemaStruct> alternatives, SchemaWords words) {
        List<String> known = value.fields().keySet().stream()
                .filter(name -> alternatives.stream().anyMatch(alternative -> alternative.has(name)))
                .toList();
        List<SchemaStruct> possible = alternatives.stream()
                .filter(alternative -> known.stream().allMatch(alternative::has))
                .toList();
        if (possible.size() == 1) {
            return new Choice(possible.get(0), value, alternatives, List.of());
        }
        String message = "missing field " + Quoted.of(label) + " in "
                + words.noun().orElse("a struct") + " that may be of more than one kind";
        String expected = Quoted.choice(constants(possible, label));
        return new Choice(
                largest(alternatives), value, List.of(), List.of(Violation.missing(subject, label, message, expected)));
    }

    private static Choice unclear(Value.Struct value, String label, List<SchemaStruct> alternatives, Violation why) {
        Map<String, Value.Field> rest = new LinkedHashMap<>(value.fields());
        rest.remove(label);
        return new Choice(largest(alternatives), new Value.Struct(rest, value.origin()), List.of(), List.of(why));
    }

    private static SchemaStruct largest(List<SchemaStruct> alternatives) {
        return alternatives.stream()
                .max(Comparator.comparingInt(alternative -> alternative.names().size()))
                .orElseThrow();
    }
}

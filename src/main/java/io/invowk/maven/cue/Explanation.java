// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import io.invowk.maven.cue.syntax.Decl;
import io.invowk.maven.cue.syntax.Expr;
import io.invowk.maven.cue.syntax.ListElement;
import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.NearName;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is wrong with a value that a schema refuses, part by part. Which scalars are wrong is asked of the evaluator; the
 * schema's text tells how to say it.
 */
final class Explanation {
    private static final int MAX_OWNERS = 3;

    private final Schema.Scope scope;
    private final SchemaTree tree;
    private final List<Violation> found = new ArrayList<>();

    private Explanation(Schema.Scope scope) {
        this.scope = scope;
        this.tree = scope.tree();
    }

    static List<Violation> of(Schema.Scope scope, Value value, Expr definition) {
        Explanation explanation = new Explanation(scope);
        explanation.explain(Located.root(value), definition);
        return explanation.found;
    }

    private void explain(Located subject, Expr expr) {
        List<SchemaTree.Part> parts = tree.parts(expr);
        ExpectedKind expected = ExpectedKind.of(parts, tree);
        if (!expected.takes(subject.value())) {
            found.add(expected.refuse(subject));
            return;
        }
        for (SchemaTree.Part part : parts) {
            int before = found.size();
            explain(subject, part);
            if (found.size() > before) {
                return;
            }
        }
    }

    private void explain(Located subject, SchemaTree.Part part) {
        Optional<SchemaStruct> struct = part.struct(tree);
        if (struct.isPresent() && subject.value() instanceof Value.Struct value) {
            struct(subject, value, struct.get(), List.of(), part.words());
        } else if (part.expr() instanceof Expr.ListLiteral list && subject.value() instanceof Value.ListValue value) {
            list(subject, value, list);
        } else if (part.expr() instanceof Expr.Disjunction disjunction) {
            disjunction(subject, disjunction, part);
        } else if (!scope.fits(subject.value(), part.expr())) {
            broken(subject, part);
        }
    }

    private void broken(Located subject, SchemaTree.Part part) {
        SchemaWords.Problem words = part.words()
                .problem()
                .orElseGet(() -> new SchemaWords.Problem("{label} does not fit", scope.text(part.expr()), ""));
        found.add(Violation.of(subject, words.message(subject), words.expected(), text(words.help())));
    }

    private static Optional<String> text(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private void list(Located subject, Value.ListValue value, Expr.ListLiteral list) {
        List<ListElement> first = list.elements();
        if (value.elements().isEmpty() && !first.isEmpty()) {
            found.add(Violation.of(
                    subject, Quoted.of(subject.label()) + " is empty", "at least one element", Optional.empty()));
        }
        Optional<Expr> others = list.ellipsis().flatMap(Expr.ListEllipsis::type);
        for (int i = 0; i < value.elements().size(); i++) {
            Located element = subject.element(i, value.elements().get(i));
            if (i < first.size() && first.get(i) instanceof Expr expr) {
                explain(element, expr);
            } else if (others.isPresent()) {
                explain(element, others.get());
            }
        }
    }

    /**
     * Explains a struct.
     *
     * @param siblings all alternatives of the disjunction that the struct was chosen from, none if there is none
     * @param words those of the disjunction
     */
    private void struct(
            Located subject, Value.Struct value, SchemaStruct struct, List<SchemaStruct> siblings, SchemaWords words) {
        for (Map.Entry<String, Value.Field> entry : value.fields().entrySet()) {
            String name = entry.getKey();
            Value.Field field = entry.getValue();
            Decl.Field declared = struct.fields().get(name);
            if (declared != null && struct.has(name)) {
                explain(subject.field(name, field.value()), declared.value());
            } else if (declared != null) {
                String message = "field " + Quoted.of(name) + " is not allowed in " + struct.noun();
                found.add(Violation.atLabel(subject, name, field.label(), message, "", struct.help(name)));
            } else if (struct.others().isPresent()) {
                explain(subject.field(name, field.value()), struct.others().get());
            } else if (siblings.stream().anyMatch(sibling -> sibling.has(name))) {
                found.add(foreign(subject, name, field, struct, siblings, words));
            } else {
                found.add(unknown(subject, value, name, struct));
            }
        }
        for (String name : struct.required()) {
            if (!value.fields().containsKey(name)) {
                String expected = ExpectedKind.of(tree.parts(struct.field(name).value()), tree)
                        .orChoice(choice(struct.field(name).value()));
                found.add(Violation.missing(subject, name, "missing field " + Quoted.of(name), expected));
            }
        }
    }

    private Violation unknown(Located subject, Value.Struct value, String name, SchemaStruct struct) {
        List<String> free = struct.names().stream()
                .filter(known -> !value.fields().containsKey(known))
                .toList();
        return Violation.atLabel(
                subject,
                name,
                label(value, name),
                "unknown field " + Quoted.of(name),
                Quoted.choice(struct.names()),
                NearName.question(name, free).or(() -> owners(name)));
    }

    private static Place label(Value.Struct value, String name) {
        return Optional.ofNullable(value.fields().get(name)).orElseThrow().label();
    }

    /** Which structs have a field that stands in the wrong one; empty if none has it, or so many that it says little. */
    private Optional<String> owners(String field) {
        List<String> nouns = tree.owners(field);
        return nouns.isEmpty() || nouns.size() > MAX_OWNERS
                ? Optional.empty()
                : Optional.of(Quoted.of(field) + " belongs in " + String.join(" or ", nouns));
    }

    /** A field that only other alternatives have. */
    private static Violation foreign(
            Located subject,
            String name,
            Value.Field field,
            SchemaStruct struct,
            List<SchemaStruct> siblings,
            SchemaWords words) {
        Optional<String> discriminator = Discriminator.of(siblings);
        if (discriminator.isEmpty()) {
            SchemaWords.Problem problem = words.problem()
                    .orElse(new SchemaWords.Problem("field {label} does not go with the others", "", ""));
            Located child = subject.field(name, field.value());
            return Violation.atLabel(
                    subject, name, field.label(), problem.message(child), problem.expected(), text(problem.help()));
        }
        String owners = siblings.stream()
                .filter(sibling -> sibling.has(name))
                .flatMap(sibling -> sibling.constant(discriminator.get()).stream())
                .map(constant -> discriminator.get() + ": " + Quoted.of(constant))
                .collect(Collectors.joining(" or "));
        return Violation.atLabel(
                subject,
                name,
                field.label(),
                struct.noun() + " has no field " + Quoted.of(name),
                "",
                Optional.of("did you mean " + owners + "? otherwise remove " + Quoted.of(name)));
    }

    private void disjunction(Located subject, Expr.Disjunction disjunction, SchemaTree.Part part) {
        if (scope.fits(subject.value(), disjunction)) {
            return;
        }
        List<SchemaStruct> alternatives = tree.alternatives(disjunction);
        if (!alternatives.isEmpty() && subject.value() instanceof Value.Struct value) {
            Discriminator.Choice choice = Discriminator.choose(subject, value, alternatives, part.words());
            found.addAll(choice.violations());
            struct(subject, choice.rest(), choice.struct(), choice.siblings(), part.words());
        } else {
            List<String> texts = choice(disjunction);
            SchemaWords.Problem words = part.words()
                    .problem()
                    .orElseGet(() -> new SchemaWords.Problem(
                            texts.isEmpty() ? "{label} fits none of the alternatives" : "unknown {label} {value}",
                            "",
                            ""));
            String value = subject.value() instanceof Value.Str text ? text.value() : "";
            found.add(Violation.of(
                    subject,
                    words.message(subject),
                    texts.isEmpty() ? words.expected() : Quoted.choice(texts),
                    NearName.question(value, texts)));
        }
    }

    /** The texts that an expression is a choice of; empty if it is none. */
    private List<String> choice(Expr expr) {
        List<String> texts = new ArrayList<>();
        for (SchemaTree.Part part : tree.parts(expr)) {
            if (part.expr() instanceof Expr.Disjunction disjunction) {
                for (Expr.Operand operand : disjunction.operands()) {
                    if (operand.value() instanceof Expr.Str text) {
                        texts.add(text.value());
                    }
                }
            }
        }
        return texts;
    }
}

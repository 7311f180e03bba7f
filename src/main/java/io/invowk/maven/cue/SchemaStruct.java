// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import io.invowk.maven.cue.syntax.Attribute;
import io.invowk.maven.cue.syntax.Decl;
import io.invowk.maven.cue.syntax.Expr;
import io.invowk.maven.cue.syntax.Label;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields that a struct of a schema declares, those that it embeds included.
 *
 * @param fields by name, in the order of the file
 * @param others what a field with any other name must be; empty if there may be none
 */
record SchemaStruct(SchemaWords words, Map<String, Decl.Field> fields, Optional<Expr> others) {
    static SchemaStruct of(Expr.StructLiteral literal, SchemaWords words, SchemaTree tree) {
        Map<String, Decl.Field> fields = new LinkedHashMap<>();
        Optional<Expr> others = Optional.empty();
        for (Decl decl : literal.decls()) {
            if (decl instanceof Decl.Field field && field.label() instanceof Label.Pattern) {
                others = Optional.of(field.value());
            } else if (decl instanceof Decl.Field field) {
                SchemaTree.name(field.label()).ifPresent(name -> fields.put(name, field));
            } else if (decl instanceof Decl.Embedding embedding) {
                for (SchemaTree.Part part : tree.parts(embedding.value())) {
                    part.struct(tree).ifPresent(embedded -> fields.putAll(embedded.fields()));
                }
            }
        }
        return new SchemaStruct(words, fields, others);
    }

    /** What a struct like this is called. */
    String noun() {
        return words.noun().orElse("the struct");
    }

    boolean has(String name) {
        return fields.containsKey(name) && !isForbidden(name);
    }

    /** Whether a field is declared only to refuse it. */
    boolean isForbidden(String name) {
        Decl.Field field = fields.get(name);
        return field != null && field.value() instanceof Expr.Bottom;
    }

    /** The names that a struct may have. */
    List<String> names() {
        return fields.keySet().stream().filter(this::has).toList();
    }

    List<String> required() {
        return names().stream()
                .filter(name -> field(name).constraint() == Decl.Constraint.REQUIRED)
                .toList();
    }

    Decl.Field field(String name) {
        return Optional.ofNullable(fields.get(name)).orElseThrow();
    }

    /** What to do about a field that is refused by name. */
    Optional<String> help(String name) {
        for (Attribute attribute : field(name).attributes()) {
            if (attribute.name().equals("help")) {
                return Optional.of(SchemaWords.texts(attribute).get(0));
            }
        }
        return Optional.empty();
    }

    /** The text that a field must be, if there is only one. */
    Optional<String> constant(String name) {
        Decl.Field field = fields.get(name);
        return field != null && field.value() instanceof Expr.Str text ? Optional.of(text.value()) : Optional.empty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import io.invowk.maven.cue.syntax.BinaryOp;
import io.invowk.maven.cue.syntax.Decl;
import io.invowk.maven.cue.syntax.Expr;
import io.invowk.maven.cue.syntax.Label;
import io.invowk.maven.cue.syntax.SourceFile;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The declarations of a schema as they are written: what a name stands for, and the words that go with it. Immutable.
 */
final class SchemaTree {
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final IdentityHashMap<Expr, SchemaStruct> structs = new IdentityHashMap<>();
    private final List<SchemaStruct> inOrder = new ArrayList<>();

    private record Definition(Expr value, SchemaWords words) {}

    SchemaTree(SourceFile file) {
        for (Decl decl : file.decls()) {
            if (decl instanceof Decl.Field field) {
                Definition definition = new Definition(field.value(), SchemaWords.of(field.attributes()));
                name(field.label()).ifPresent(name -> definitions.put(name, definition));
            }
        }
        for (Definition definition : definitions.values()) {
            if (definition.value() instanceof Expr.StructLiteral literal) {
                SchemaStruct struct = SchemaStruct.of(literal, definition.words(), this);
                structs.put(literal, struct);
                inOrder.add(struct);
            }
        }
    }

    /** The name that a label spells out; none for patterns and computed labels. */
    static Optional<String> name(Label label) {
        if (label instanceof Label.Identifier identifier) {
            return Optional.of(identifier.name());
        }
        return label instanceof Label.Quoted quoted ? Optional.of(quoted.name()) : Optional.empty();
    }

    /**
     * One thing that an expression asks for.
     *
     * @param expr no unification, no parentheses, no name of a definition
     * @param words of the innermost definition around it
     */
    record Part(Expr expr, SchemaWords words) {
        /** The fields, if it is a struct. */
        Optional<SchemaStruct> struct(SchemaTree tree) {
            return expr instanceof Expr.StructLiteral literal
                    ? Optional.of(tree.struct(literal, words))
                    : Optional.empty();
        }
    }

    private SchemaStruct struct(Expr.StructLiteral literal, SchemaWords around) {
        SchemaStruct known = structs.get(literal);
        return known == null ? SchemaStruct.of(literal, around, this) : known;
    }

    /** All that an expression asks for, from the left; names of definitions are followed. */
    List<Part> parts(Expr expr) {
        List<Part> parts = new ArrayList<>();
        collect(expr, SchemaWords.NONE, parts);
        return parts;
    }

    private void collect(Expr expr, SchemaWords around, List<Part> parts) {
        if (expr instanceof Expr.Parenthesized inner) {
            collect(inner.inner(), around, parts);
        } else if (expr instanceof Expr.Binary both && both.op() == BinaryOp.UNIFY) {
            collect(both.left(), around, parts);
            collect(both.right(), around, parts);
        } else if (expr instanceof Expr.Identifier name && definitions.containsKey(name.name())) {
            Definition definition = Objects.requireNonNull(definitions.get(name.name()));
            collect(definition.value(), definition.words(), parts);
        } else {
            parts.add(new Part(expr, around));
        }
    }

    /** The structs among the alternatives of a disjunction; empty if any is something else. */
    List<SchemaStruct> alternatives(Expr.Disjunction disjunction) {
        List<SchemaStruct> structs = new ArrayList<>();
        for (Expr.Operand operand : disjunction.operands()) {
            List<Part> parts = parts(operand.value());
            Optional<SchemaStruct> struct = parts.size() == 1 ? parts.get(0).struct(this) : Optional.empty();
            if (struct.isEmpty()) {
                return List.of();
            }
            structs.add(struct.get());
        }
        return structs;
    }

    /** What the structs are called that have a field, each noun once. */
    List<String> owners(String field) {
        List<String> nouns = new ArrayList<>();
        for (SchemaStruct struct : inOrder) {
            if (struct.has(field)) {
                struct.words().noun().filter(noun -> !nouns.contains(noun)).ifPresent(nouns::add);
            }
        }
        return nouns;
    }
}

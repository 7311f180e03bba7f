// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import io.invowk.maven.cue.syntax.Expr;
import io.invowk.maven.cue.syntax.UnaryOp;
import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.Quoted;
import java.util.List;
import java.util.Optional;

/**
 * The kind of value that an expression of a schema asks for.
 *
 * @param kind in CUE's words, empty if it asks for none in particular
 * @param words the kind with its article
 */
record ExpectedKind(String kind, String words) {
    private static final ExpectedKind ANY = new ExpectedKind("", "a value");
    static final ExpectedKind STRING = new ExpectedKind("string", "a string");
    private static final ExpectedKind STRUCT = new ExpectedKind("struct", "a struct");
    private static final ExpectedKind LIST = new ExpectedKind("list", "a list");
    private static final ExpectedKind BOOL = new ExpectedKind("bool", "true or false");

    static ExpectedKind of(List<SchemaTree.Part> parts, SchemaTree tree) {
        for (SchemaTree.Part part : parts) {
            ExpectedKind kind = of(part, tree);
            if (!kind.kind().isEmpty()) {
                return kind;
            }
        }
        return ANY;
    }

    private static ExpectedKind of(SchemaTree.Part part, SchemaTree tree) {
        Expr expr = part.expr();
        if (expr instanceof Expr.StructLiteral) {
            return STRUCT;
        }
        if (expr instanceof Expr.ListLiteral) {
            return LIST;
        }
        if (expr instanceof Expr.Disjunction disjunction) {
            boolean texts = disjunction.operands().stream().allMatch(o -> o.value() instanceof Expr.Str);
            return texts ? STRING : tree.alternatives(disjunction).isEmpty() ? ANY : STRUCT;
        }
        if (expr instanceof Expr.Identifier name) {
            return named(name.name(), part);
        }
        boolean pattern = expr instanceof Expr.Unary unary
                && (unary.op() == UnaryOp.MATCH
                        || unary.op() == UnaryOp.NOT_MATCH
                        || unary.operand() instanceof Expr.Str);
        boolean text = expr instanceof Expr.Call call
                && call.callee() instanceof Expr.Selector selector
                && selector.operand() instanceof Expr.Identifier name
                && name.name().equals("strings");
        return pattern || text || expr instanceof Expr.Str ? STRING : ANY;
    }

    private static ExpectedKind named(String type, SchemaTree.Part part) {
        return switch (type) {
            case "string" -> STRING;
            case "bool" -> BOOL;
            case "int" ->
                new ExpectedKind(
                        "int",
                        part.words()
                                .problem()
                                .map(SchemaWords.Problem::expected)
                                .orElse("an int"));
            default -> ANY;
        };
    }

    boolean takes(Value value) {
        return kind.isEmpty() || value.kind().equals(kind);
    }

    /** These words, or the texts to choose from if there are any. */
    String orChoice(List<String> texts) {
        return texts.isEmpty() ? words : Quoted.choice(texts);
    }

    /** The violation by a value of another kind. */
    Violation refuse(Located subject) {
        Value value = subject.value();
        String is = value instanceof Value.Null ? " is null" : " is of type " + value.kind();
        return Violation.of(subject, Quoted.of(subject.label()) + is, words, cure(value));
    }

    private Optional<String> cure(Value value) {
        if (value instanceof Value.Null) {
            return Optional.of("leave the field out if it shall not be set");
        }
        boolean scalar = value instanceof Value.Num || value instanceof Value.Bool;
        if (scalar && kind.equals("string")) {
            return Optional.of("put it in double quotes");
        }
        boolean single = value instanceof Value.Str || value instanceof Value.Struct;
        if (single && kind.equals("list")) {
            return Optional.of("put it in brackets: [...]");
        }
        return Optional.empty();
    }
}

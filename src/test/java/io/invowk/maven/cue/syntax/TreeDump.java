// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Trees as text that shows their structure and no positions: {@code (field a (+ 1 2))}. */
final class TreeDump
        implements Expr.Visitor<String>, Decl.Visitor<String>, Clause.Visitor<String>, Label.Visitor<String> {
    /** A file, one line for each of its parts. */
    static String of(SourceFile file) {
        TreeDump dump = new TreeDump();
        Stream<String> attributes = file.attributes().stream().map(dump::onAttribute);
        Stream<String> clause = file.packageName().stream().map(name -> node("package", name.text()));
        Stream<String> imports = file.imports().stream()
                .map(imported -> node("import", alias("name", imported.name()), text(imported.path())));
        Stream<String> decls = file.decls().stream().map(decl -> decl.accept(dump));
        return Stream.of(attributes, clause, imports, decls)
                .flatMap(Function.identity())
                .collect(Collectors.joining("\n"));
    }

    /** An expression on one line. */
    static String of(Expr expr) {
        return expr.accept(new TreeDump());
    }

    private static String node(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" ", "(", ")"));
    }

    private static String alias(String kind, Optional<Name> name) {
        return name.map(n -> node(kind, n.text())).orElse("");
    }

    /** A string, what cannot be seen escaped. */
    private static String text(String value) {
        StringBuilder out = new StringBuilder("\"");
        value.codePoints()
                .forEach(c -> out.append(
                        c == '"' || c == '\\' || c < ' ' || c > '~'
                                ? String.format("\\{%x}", c)
                                : Character.toString(c)));
        return out.append('"').toString();
    }

    private static String octets(List<Byte> value) {
        return value.stream().map(octet -> String.format("%02x", octet)).collect(Collectors.joining("", "'", "'"));
    }

    private <T> String all(List<T> nodes, Function<T, String> dump) {
        return nodes.stream().map(dump).collect(Collectors.joining(" "));
    }

    private String exprs(List<Expr> exprs) {
        return all(exprs, expr -> expr.accept(this));
    }

    @Override
    public String onTop(Expr.Top expr) {
        return "_";
    }

    @Override
    public String onBottom(Expr.Bottom expr) {
        return "_|_";
    }

    @Override
    public String onNull(Expr.Null expr) {
        return "null";
    }

    @Override
    public String onBool(Expr.Bool expr) {
        return Boolean.toString(expr.value());
    }

    @Override
    public String onNum(Expr.Num expr) {
        return node(expr.isInt() ? "int" : "float", expr.value().toString());
    }

    @Override
    public String onStr(Expr.Str expr) {
        return text(expr.value());
    }

    @Override
    public String onBytes(Expr.Bytes expr) {
        return octets(expr.value());
    }

    @Override
    public String onStringInterpolation(Expr.StringInterpolation expr) {
        return node("interpolation", all(expr.texts(), TreeDump::text), exprs(expr.exprs()));
    }

    @Override
    public String onBytesInterpolation(Expr.BytesInterpolation expr) {
        return node("interpolation", all(expr.texts(), TreeDump::octets), exprs(expr.exprs()));
    }

    @Override
    public String onIdentifier(Expr.Identifier expr) {
        return expr.name();
    }

    @Override
    public String onStructLiteral(Expr.StructLiteral expr) {
        return node("struct", all(expr.decls(), decl -> decl.accept(this)));
    }

    @Override
    public String onListLiteral(Expr.ListLiteral expr) {
        return node(
                "list",
                all(
                        expr.elements(),
                        element -> element instanceof Expr value
                                ? value.accept(this)
                                : onComprehension((Comprehension) element)),
                expr.ellipsis()
                        .map(ellipsis -> node(
                                "...",
                                ellipsis.type().map(type -> type.accept(this)).orElse("")))
                        .orElse(""));
    }

    @Override
    public String onParenthesized(Expr.Parenthesized expr) {
        return node("parentheses", expr.inner().accept(this));
    }

    @Override
    public String onSelector(Expr.Selector expr) {
        String name = expr.name().text();
        return node(".", expr.operand().accept(this), expr.quoted() ? text(name) : name);
    }

    @Override
    public String onIndex(Expr.Index expr) {
        return node("index", expr.operand().accept(this), expr.index().accept(this));
    }

    @Override
    public String onSlice(Expr.Slice expr) {
        String low = expr.low().map(bound -> bound.accept(this)).orElse("start");
        String high = expr.high().map(bound -> bound.accept(this)).orElse("end");
        return node("slice", expr.operand().accept(this), low, high);
    }

    @Override
    public String onCall(Expr.Call expr) {
        return node("call", expr.callee().accept(this), exprs(expr.arguments()));
    }

    @Override
    public String onUnary(Expr.Unary expr) {
        return node(expr.op().symbol(), expr.operand().accept(this));
    }

    @Override
    public String onBinary(Expr.Binary expr) {
        return node(expr.op().symbol(), expr.left().accept(this), expr.right().accept(this));
    }

    @Override
    public String onDisjunction(Expr.Disjunction expr) {
        return node(
                "|",
                all(
                        expr.operands(),
                        operand -> operand.isDefault()
                                ? node("default", operand.value().accept(this))
                                : operand.value().accept(this)));
    }

    @Override
    public String onField(Decl.Field decl) {
        return node(
                "field" + decl.constraint().symbol(),
                alias("alias", decl.alias()),
                decl.label().accept(this),
                alias("value-alias", decl.valueAlias()),
                decl.value().accept(this),
                all(decl.attributes(), this::onAttribute));
    }

    @Override
    public String onLet(Decl.Let decl) {
        return node("let", decl.name().text(), decl.value().accept(this));
    }

    @Override
    public String onEllipsis(Decl.Ellipsis decl) {
        return "...";
    }

    @Override
    public String onEmbedding(Decl.Embedding decl) {
        return node("embed", decl.value().accept(this));
    }

    @Override
    public String onComprehension(Comprehension decl) {
        return node(
                "comprehension",
                all(decl.clauses(), clause -> clause.accept(this)),
                decl.body().accept(this));
    }

    @Override
    public String onAttribute(Attribute decl) {
        return node("@" + decl.name(), text(decl.body()));
    }

    @Override
    public String onFor(Clause.For clause) {
        return node(
                "for",
                alias("key", clause.key()),
                clause.value().text(),
                clause.source().accept(this));
    }

    @Override
    public String onIf(Clause.If clause) {
        return node("if", clause.condition().accept(this));
    }

    @Override
    public String onLet(Clause.Let clause) {
        return node("let", clause.name().text(), clause.value().accept(this));
    }

    @Override
    public String onIdentifier(Label.Identifier label) {
        return label.name();
    }

    @Override
    public String onQuoted(Label.Quoted label) {
        return text(label.name());
    }

    @Override
    public String onInterpolated(Label.Interpolated label) {
        return label.value().accept(this);
    }

    @Override
    public String onDynamic(Label.Dynamic label) {
        return node("dynamic", label.value().accept(this));
    }

    @Override
    public String onPattern(Label.Pattern label) {
        return node("pattern", alias("alias", label.alias()), label.value().accept(this));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Trees as CUE source text; adds no parentheses, so a tree must have those that its operators need. */
final class TreePrinter
        implements Expr.Visitor<String>, Decl.Visitor<String>, Clause.Visitor<String>, Label.Visitor<String> {
    /** A file, each declaration on a line of its own. */
    static String print(SourceFile file) {
        TreePrinter printer = new TreePrinter();
        List<String> lines = new ArrayList<>();
        file.attributes().forEach(attribute -> lines.add(printer.onAttribute(attribute)));
        file.packageName().ifPresent(name -> lines.add("package " + name.text()));
        file.imports().forEach(imported -> lines.add("import " + name(imported.name(), " ") + quote(imported.path())));
        file.decls().forEach(decl -> lines.add(decl.accept(printer)));
        return String.join("\n", lines) + "\n";
    }

    private static String name(Optional<Name> name, String after) {
        return name.map(n -> n.text() + after).orElse("");
    }

    private static String quote(String text) {
        return "\"" + escape(text) + "\"";
    }

    private static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(c -> out.append(
                        c == '"' || c == '\'' || c == '\\' || c < ' ' || c > '~'
                                ? String.format("\\U%08x", c)
                                : Character.toString(c)));
        return out.toString();
    }

    private static String escape(List<Byte> octets) {
        return octets.stream().map(octet -> String.format("\\x%02x", octet)).collect(Collectors.joining());
    }

    private <T> String interpolated(String quote, List<T> texts, Function<T, String> escape, List<Expr> exprs) {
        StringBuilder out = new StringBuilder(quote).append(escape.apply(texts.get(0)));
        for (int i = 0; i < exprs.size(); i++) {
            out.append("\\(").append(exprs.get(i).accept(this)).append(')').append(escape.apply(texts.get(i + 1)));
        }
        return out.append(quote).toString();
    }

    private static String list(List<String> parts, String open, String close) {
        return parts.stream().collect(Collectors.joining(", ", open, close));
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
        return expr.value().toPlainString();
    }

    @Override
    public String onStr(Expr.Str expr) {
        return quote(expr.value());
    }

    @Override
    public String onBytes(Expr.Bytes expr) {
        return "'" + escape(expr.value()) + "'";
    }

    @Override
    public String onStringInterpolation(Expr.StringInterpolation expr) {
        return interpolated("\"", expr.texts(), TreePrinter::escape, expr.exprs());
    }

    @Override
    public String onBytesInterpolation(Expr.BytesInterpolation expr) {
        return interpolated("'", expr.texts(), TreePrinter::escape, expr.exprs());
    }

    @Override
    public String onIdentifier(Expr.Identifier expr) {
        return expr.name();
    }

    @Override
    public String onStructLiteral(Expr.StructLiteral expr) {
        return list(expr.decls().stream().map(decl -> decl.accept(this)).toList(), "{", "}");
    }

    @Override
    public String onListLiteral(Expr.ListLiteral expr) {
        List<String> parts = new ArrayList<>();
        for (ListElement element : expr.elements()) {
            parts.add(element instanceof Expr value ? value.accept(this) : onComprehension((Comprehension) element));
        }
        expr.ellipsis()
                .ifPresent(ellipsis -> parts.add(
                        "..." + ellipsis.type().map(type -> type.accept(this)).orElse("")));
        return list(parts, "[", "]");
    }

    @Override
    public String onParenthesized(Expr.Parenthesized expr) {
        return "(" + expr.inner().accept(this) + ")";
    }

    @Override
    public String onSelector(Expr.Selector expr) {
        String name = expr.name().text();
        return expr.operand().accept(this) + "." + (expr.quoted() ? quote(name) : name);
    }

    @Override
    public String onIndex(Expr.Index expr) {
        return expr.operand().accept(this) + "[" + expr.index().accept(this) + "]";
    }

    @Override
    public String onSlice(Expr.Slice expr) {
        String low = expr.low().map(bound -> bound.accept(this)).orElse("");
        String high = expr.high().map(bound -> bound.accept(this)).orElse("");
        return expr.operand().accept(this) + "[" + low + ":" + high + "]";
    }

    @Override
    public String onCall(Expr.Call expr) {
        return expr.callee().accept(this)
                + list(
                        expr.arguments().stream()
                                .map(argument -> argument.accept(this))
                                .toList(),
                        "(",
                        ")");
    }

    @Override
    public String onUnary(Expr.Unary expr) {
        return expr.op().symbol() + " " + expr.operand().accept(this);
    }

    @Override
    public String onBinary(Expr.Binary expr) {
        return expr.left().accept(this) + " " + expr.op().symbol() + " "
                + expr.right().accept(this);
    }

    @Override
    public String onDisjunction(Expr.Disjunction expr) {
        return expr.operands().stream()
                .map(operand ->
                        (operand.isDefault() ? "*" : "") + operand.value().accept(this))
                .collect(Collectors.joining(" | "));
    }

    @Override
    public String onField(Decl.Field decl) {
        String attributes =
                decl.attributes().stream().map(a -> " " + onAttribute(a)).collect(Collectors.joining());
        return name(decl.alias(), "= ") + decl.label().accept(this)
                + decl.constraint().symbol() + ": "
                + name(decl.valueAlias(), "= ") + decl.value().accept(this) + attributes;
    }

    @Override
    public String onLet(Decl.Let decl) {
        return "let " + decl.name().text() + " = " + decl.value().accept(this);
    }

    @Override
    public String onEllipsis(Decl.Ellipsis decl) {
        return "...";
    }

    @Override
    public String onEmbedding(Decl.Embedding decl) {
        return decl.value().accept(this);
    }

    @Override
    public String onComprehension(Comprehension decl) {
        return decl.clauses().stream().map(clause -> clause.accept(this) + " ").collect(Collectors.joining())
                + decl.body().accept(this);
    }

    @Override
    public String onAttribute(Attribute decl) {
        return "@" + decl.name() + "(" + decl.body() + ")";
    }

    @Override
    public String onFor(Clause.For clause) {
        return "for " + name(clause.key(), ", ") + clause.value().text() + " in "
                + clause.source().accept(this);
    }

    @Override
    public String onIf(Clause.If clause) {
        return "if " + clause.condition().accept(this);
    }

    @Override
    public String onLet(Clause.Let clause) {
        return "let " + clause.name().text() + " = " + clause.value().accept(this);
    }

    @Override
    public String onIdentifier(Label.Identifier label) {
        return label.name();
    }

    @Override
    public String onQuoted(Label.Quoted label) {
        return quote(label.name());
    }

    @Override
    public String onInterpolated(Label.Interpolated label) {
        return label.value().accept(this);
    }

    @Override
    public String onDynamic(Label.Dynamic label) {
        return "(" + label.value().accept(this) + ")";
    }

    @Override
    public String onPattern(Label.Pattern label) {
        return "[" + name(label.alias(), "= ") + label.value().accept(this) + "]";
    }
}

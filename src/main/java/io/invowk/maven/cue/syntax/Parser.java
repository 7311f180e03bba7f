// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.cue.syntax.Token.Kind;
import io.invowk.maven.cue.syntax.TokenCursor.Mark;
import io.invowk.maven.cue.syntax.TokenCursor.SyntaxError;
import io.invowk.maven.cue.syntax.TokenCursor.TooDeep;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;
import io.invowk.maven.diagnostic.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Parses a text as a whole: one file, or one expression. Source: CUE spec, "Source file organization". */
public final class Parser {
    private static final String NOT_IN_IMPORT_PATHS = "!\"#$%&'()*,:;<=>?[\\]^{|}`\uFFFD";

    private final TokenCursor cursor;
    private final ExprParser exprs;

    private Parser(SourceText source, Problems problems) {
        this.cursor = new TokenCursor(source, problems);
        this.exprs = new ExprParser(cursor);
    }

    /**
     * The tree of a file.
     *
     * @throws UserException with all problems of the text, in source order, if there are any
     */
    public static SourceFile parse(SourceText source) {
        Problems problems = new Problems(source);
        Parser parser = new Parser(source, problems);
        try {
            SourceFile file = parser.file();
            problems.throwIfAny();
            return file;
        } catch (SyntaxError | TooDeep e) {
            throw reported(problems, e);
        }
    }

    /**
     * The tree of a text that is one expression.
     *
     * @throws UserException with all problems of the text, in source order, if there are any
     */
    public static Expr parseExpression(SourceText source) {
        Problems problems = new Problems(source);
        Parser parser = new Parser(source, problems);
        try {
            Expr expr = parser.expression();
            problems.throwIfAny();
            return expr;
        } catch (SyntaxError | TooDeep e) {
            throw reported(problems, e);
        }
    }

    private static RuntimeException reported(Problems problems, RuntimeException end) {
        problems.throwIfAny();
        return new IllegalStateException("syntax error without a problem", end);
    }

    private Expr expression() {
        Expr expr = exprs.expr("an expression");
        cursor.acceptComma();
        cursor.expect(Kind.END_OF_FILE, "nothing after the expression");
        return expr;
    }

    private SourceFile file() {
        List<Attribute> attributes = new ArrayList<>();
        List<Import> imports = new ArrayList<>();
        attributes(attributes);
        Optional<Name> packageName = cursor.atWord("package") ? orSkip(this::packageClause) : Optional.empty();
        attributes(attributes);
        for (Attribute attribute : attributes) {
            Experiment.check(attribute, cursor.problems());
        }
        while (cursor.atWord("import")) {
            orSkip(() -> {
                importDeclaration(imports);
                return Optional.empty();
            });
        }
        List<Decl> decls = exprs.decls().decls();
        return new SourceFile(cursor.source(), attributes, packageName, imports, decls);
    }

    private <T> Optional<T> orSkip(Supplier<Optional<T>> parse) {
        Mark start = cursor.mark();
        try {
            return parse.get();
        } catch (SyntaxError e) {
            cursor.recover(start);
            return Optional.empty();
        }
    }

    private void attributes(List<Attribute> attributes) {
        while (cursor.at(Kind.ATTRIBUTE)) {
            attributes.add(exprs.decls().attribute());
            cursor.acceptComma();
        }
    }

    private Optional<Name> packageClause() {
        cursor.next();
        if (cursor.atColon()) {
            throw cursor.unexpected("the name of the package", "quote the label: \"package\"");
        }
        Token token = cursor.expect(Kind.IDENTIFIER, "the name of the package");
        String name = cursor.text(token);
        if (name.startsWith("#") || name.startsWith("_#")) {
            cursor.report(
                    token.span(),
                    "definition " + Problems.quoted(name) + " as the name of a package",
                    "remove the \"#\"");
        }
        endOfClause();
        return Optional.of(new Name(token.span(), name));
    }

    private void endOfClause() {
        if (!cursor.at(Kind.END_OF_FILE) && !cursor.acceptComma()) {
            throw cursor.unexpected("\",\" or a line break");
        }
    }

    private void importDeclaration(List<Import> imports) {
        cursor.next();
        if (cursor.atColon()) {
            throw cursor.unexpected("the path of a package", "quote the label: \"import\"");
        }
        if (cursor.at(Kind.OPEN_PARENTHESIS)) {
            cursor.open();
            while (!cursor.atEnd()) {
                imports.add(importSpec());
                if (!cursor.acceptComma()) {
                    break;
                }
            }
            cursor.close("\",\"");
        } else {
            imports.add(importSpec());
        }
        endOfClause();
    }

    private Import importSpec() {
        Span start = cursor.token().span();
        Optional<Name> name = Optional.empty();
        if (cursor.at(Kind.DOT)) {
            name = Optional.of(new Name(cursor.next().span(), "."));
        } else if (cursor.at(Kind.IDENTIFIER)) {
            name = Optional.of(cursor.declaredName("a name"));
        }
        Token token = cursor.token();
        if (token.kind() != Kind.STRING || cursor.text(token).endsWith("'")) {
            throw cursor.unexpected("the path of a package in double quotes");
        }
        String path = exprs.literals().plainText();
        if (!isImportPath(path)) {
            cursor.report(
                    token.span(), Problems.quoted(path) + " is no path of a package", "write for example \"strings\"");
        }
        return new Import(cursor.from(start), name, path, token.span());
    }

    private static boolean isImportPath(String text) {
        int colon = text.lastIndexOf(':');
        String path = colon < 0 ? text : text.substring(0, colon);
        return !path.isEmpty()
                && path.codePoints()
                        .noneMatch(c -> c <= ' '
                                || Character.isWhitespace(c)
                                || Character.isISOControl(c)
                                || NOT_IN_IMPORT_PATHS.indexOf(c) >= 0);
    }
}

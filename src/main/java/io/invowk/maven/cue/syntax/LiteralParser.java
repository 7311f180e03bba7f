// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.cue.syntax.Token.Kind;
import io.invowk.maven.diagnostic.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Parses numbers and strings, with the expressions that are interpolated in them. */
final class LiteralParser {
    private final TokenCursor cursor;
    private final ExprParser exprs;

    LiteralParser(TokenCursor cursor, ExprParser exprs) {
        this.cursor = cursor;
        this.exprs = exprs;
    }

    /** The number that comes next. */
    Expr.Num number() {
        Token token = cursor.next();
        return NumberLiteral.parse(token.span(), cursor.text(token), cursor.problems());
    }

    /** The string or bytes that come next, without interpolations. */
    Expr string() {
        Token token = cursor.next();
        Quote quote = quote(token);
        QuotedText text = quotedText(quote, List.of(inner(quote, token)));
        return quote.isBytes()
                ? new Expr.Bytes(token.span(), text.bytes().get(0))
                : new Expr.Str(token.span(), text.strings().get(0));
    }

    /** The text of the string or bytes that come next, bytes read as UTF-8. */
    String plainText() {
        Token token = cursor.next();
        Quote quote = quote(token);
        QuotedText text = quotedText(quote, List.of(inner(quote, token)));
        return quote.isBytes() ? utf8(text.bytes().get(0)) : text.strings().get(0);
    }

    private static String utf8(List<Byte> octets) {
        byte[] array = new byte[octets.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = octets.get(i);
        }
        return new String(array, StandardCharsets.UTF_8);
    }

    /** Whether a string token has the form that may follow a dot: one line, double quotes, no hashes. */
    boolean isPlain(Token token) {
        Quote quote = quote(token);
        return !quote.isBytes() && !quote.isMultiLine() && quote.hashes() == 0;
    }

    /** The string or bytes that come next, with interpolations. */
    Expr interpolation() {
        Token opening = cursor.token();
        Quote quote = quote(opening);
        List<Span> pieces = new ArrayList<>();
        List<Expr> parts = new ArrayList<>();
        while (cursor.at(pieces.isEmpty() ? Kind.INTERPOLATION_START : Kind.INTERPOLATION_MIDDLE)) {
            pieces.add(inner(quote, cursor.next()));
            parts.add(exprs.expr("an expression in \"\\(\""));
            if (cursor.at(Kind.LINE_BREAK)) {
                cursor.next();
            }
        }
        if (cursor.accept(Kind.BROKEN_INTERPOLATION)) {
            return new Expr.Bottom(cursor.from(opening.span()));
        }
        pieces.add(inner(quote, cursor.expect(Kind.INTERPOLATION_END, "\")\" after the expression")));
        Span span = cursor.from(opening.span());
        QuotedText text = quotedText(quote, pieces);
        return quote.isBytes()
                ? new Expr.BytesInterpolation(span, text.bytes(), parts)
                : new Expr.StringInterpolation(span, text.strings(), parts);
    }

    private Quote quote(Token opening) {
        String source = cursor.source().text();
        int hashes = 0;
        while (source.charAt(opening.start() + hashes) == '#') {
            hashes++;
        }
        return Quote.opening(source, opening.start(), hashes);
    }

    private QuotedText quotedText(Quote quote, List<Span> pieces) {
        return new QuotedText(cursor.source().text(), quote, pieces, cursor.problems());
    }

    /** What a token holds between quotes and parentheses. */
    private static Span inner(Quote quote, Token token) {
        Kind kind = token.kind();
        boolean opens = kind == Kind.STRING || kind == Kind.INTERPOLATION_START;
        boolean closes = kind == Kind.STRING || kind == Kind.INTERPOLATION_END;
        int before = opens ? quote.length() : 1;
        int behind = closes ? quote.length() : quote.escapeLength() + 1;
        return new Span(token.start() + before, token.end() - behind);
    }
}

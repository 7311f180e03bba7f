// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;
import io.invowk.maven.diagnostic.UserException;
import java.util.List;
import java.util.Optional;

/** The offsets in a file at which the characters of a string literal begin. */
public final class LiteralOffsets {
    private LiteralOffsets() {}

    /**
     * For each UTF-16 unit of a string, and for its end, the offset in the file; empty if no literal of that value, without
     * interpolations, stands at a place.
     */
    public static Optional<int[]> of(Place place, String value) {
        String written = place.source()
                .text()
                .substring(place.span().start(), place.span().end());
        SourceText literal = new SourceText(place.source().name(), written);
        try {
            if (!(Parser.parseExpression(literal) instanceof Expr.Str string)
                    || !string.value().equals(value)
                    || string.span().start() != 0
                    || string.span().end() != written.length()) {
                return Optional.empty();
            }
        } catch (UserException e) {
            return Optional.empty();
        }
        int hashes = 0;
        while (written.charAt(hashes) == '#') {
            hashes++;
        }
        Quote quote = Quote.opening(written, 0, hashes);
        Span inner = new Span(quote.length(), written.length() - quote.length());
        int[] offsets = new QuotedText(written, quote, List.of(inner), new Problems(literal)).offsets();
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] += place.span().start();
        }
        return Optional.of(offsets);
    }
}

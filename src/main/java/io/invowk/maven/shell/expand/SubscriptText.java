// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

import io.invowk.maven.diagnostic.Span;
import io.invowk.maven.shell.syntax.ArithmeticText;
import io.invowk.maven.shell.syntax.Subscript;
import io.invowk.maven.shell.syntax.Word;
import io.invowk.maven.shell.syntax.WordPart;
import java.util.List;

/** A subscript that a script makes while it runs, for example as an argument of {@code unset}. */
public final class SubscriptText {
    private static final Span NOWHERE = new Span(0, 0);

    private SubscriptText() {}

    /** The subscript with a text between its brackets; quotes around it are removed. */
    public static Subscript parse(String text) {
        char all = text.equals("@") || text.equals("*") ? text.charAt(0) : '\0';
        Word word = Word.of(List.of(new WordPart.Quoted(unquoted(text))), NOWHERE);
        return new Subscript(all, word, new ArithmeticText(word, null, NOWHERE));
    }

    private static String unquoted(String text) {
        int last = text.length() - 1;
        boolean quoted = last > 0 && text.charAt(0) == text.charAt(last) && "'\"".indexOf(text.charAt(0)) >= 0;
        return quoted ? text.substring(1, last) : text;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text into words with the quoting of a POSIX shell (POSIX XCU 2.2).
 *
 * <ul>
 *   <li>Blanks and line breaks separate words; runs of them count once.
 *   <li>Between single quotes every character stands for itself.
 *   <li>Between double quotes a backslash takes the meaning of {@code $ ` " \} and of a line break; before any other
 *       character it stays.
 *   <li>Elsewhere a backslash makes the next character an ordinary one; before a line break both vanish.
 * </ul>
 *
 * <p>Nothing is expanded: {@code $NAME}, {@code *}, {@code ~} and {@code #} are ordinary text.
 */
public final class WordSplitter {
    private static final String ESCAPABLE_IN_DOUBLE_QUOTES = "$`\"\\";

    private final SourceText source;
    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int wordStart = -1;
    private int next;

    private WordSplitter(SourceText source) {
        this.source = source;
        this.text = source.text();
    }

    /**
     * The words of a text, in order.
     *
     * @throws UserException if a quote is not closed; it points at the quote
     */
    public static List<Word> split(SourceText source) {
        WordSplitter splitter = new WordSplitter(source);
        splitter.run();
        return splitter.words;
    }

    private void run() {
        while (next < text.length()) {
            char c = text.charAt(next);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                endWord();
                next++;
            } else if (c == '\'') {
                beginWord();
                singleQuoted();
            } else if (c == '"') {
                beginWord();
                doubleQuoted();
            } else if (c == '\\' && lineBreakLength(next + 1) > 0) {
                next += 1 + lineBreakLength(next + 1);
            } else {
                beginWord();
                if (c == '\\' && next + 1 < text.length()) {
                    next++;
                }
                word.append(text.charAt(next++));
            }
        }
        endWord();
    }

    private void singleQuoted() {
        int close = text.indexOf('\'', next + 1);
        if (close < 0) {
            throw unclosed(next, "single");
        }
        word.append(text, next + 1, close);
        next = close + 1;
    }

    private void doubleQuoted() {
        int open = next++;
        while (next < text.length() && text.charAt(next) != '"') {
            int lineBreak = text.charAt(next) == '\\' ? lineBreakLength(next + 1) : 0;
            if (lineBreak > 0) {
                next += 1 + lineBreak;
                continue;
            }
            if (text.charAt(next) == '\\'
                    && next + 1 < text.length()
                    && ESCAPABLE_IN_DOUBLE_QUOTES.indexOf(text.charAt(next + 1)) >= 0) {
                next++;
            }
            word.append(text.charAt(next++));
        }
        if (next == text.length()) {
            throw unclosed(open, "double");
        }
        next++;
    }

    private int lineBreakLength(int at) {
        if (text.startsWith("\r\n", at)) {
            return 2;
        }
        return text.startsWith("\n", at) ? 1 : 0;
    }

    private void beginWord() {
        if (wordStart < 0) {
            wordStart = next;
        }
    }

    private void endWord() {
        if (wordStart >= 0) {
            words.add(new Word(word.toString(), new Place(source, new Span(wordStart, next))));
            word.setLength(0);
            wordStart = -1;
        }
    }

    private UserException unclosed(int open, String kind) {
        return new UserException(Diagnostic.at(
                        new Place(source, new Span(open, open + 1)), "unclosed " + kind + " quote")
                .help("close it, or write \\" + text.charAt(open) + " for the character itself"));
    }
}

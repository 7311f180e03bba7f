// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;

/** The parts of a word that is being read; text of one kind becomes one part. */
final class PartsBuilder {
    private final List<WordPart> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean quoted;

    /** Adds a character that is unquoted. */
    void literal(int c) {
        switchTo(false);
        text.append((char) c);
    }

    void literal(String more) {
        switchTo(false);
        text.append(more);
    }

    /** Adds text that stands for itself; empty text counts, too: it makes an empty field. */
    void quoted(String more) {
        switchTo(true);
        text.append(more);
    }

    void quoted(int c) {
        switchTo(true);
        text.append((char) c);
    }

    private void switchTo(boolean nowQuoted) {
        if (quoted != nowQuoted) {
            flush();
            quoted = nowQuoted;
        }
    }

    private void flush() {
        if (!text.isEmpty() || quoted) {
            String all = text.toString();
            parts.add(quoted ? new WordPart.Quoted(all) : new WordPart.Literal(all));
            text.setLength(0);
            quoted = false;
        }
    }

    void add(WordPart part) {
        flush();
        parts.add(part);
    }

    boolean isEmpty() {
        return parts.isEmpty() && text.isEmpty() && !quoted;
    }

    List<WordPart> parts() {
        flush();
        return parts;
    }

    Word word(Span span) {
        return Word.of(parts(), span);
    }
}

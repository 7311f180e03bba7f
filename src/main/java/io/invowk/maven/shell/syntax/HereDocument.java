// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.Span;
import java.util.List;

/** A here-document; its body is read behind the line that it begins in. */
public final class HereDocument {
    private final String delimiter;
    private final boolean expanded;
    private final boolean stripsTabs;
    private final Span span;
    private Word body;

    HereDocument(String delimiter, boolean expanded, boolean stripsTabs, Span span) {
        this.delimiter = delimiter;
        this.expanded = expanded;
        this.stripsTabs = stripsTabs;
        this.span = span;
        this.body = Word.of(List.of(), span);
    }

    String delimiter() {
        return delimiter;
    }

    /** Whether the body is expanded: no part of the delimiter is quoted. */
    boolean isExpanded() {
        return expanded;
    }

    boolean stripsTabs() {
        return stripsTabs;
    }

    Span span() {
        return span;
    }

    /** The text, with what is to be expanded in it. */
    public Word body() {
        return body;
    }

    void setBody(Word read) {
        body = read;
    }
}

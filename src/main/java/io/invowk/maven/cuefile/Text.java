// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cuefile;

import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.cuefile.FileProblem.Kind;
import io.invowk.maven.diagnostic.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One string of the file while it is checked. The first problem is reported and makes it absent, so that no later check
 * speaks of it.
 */
public final class Text {
    private final Optional<Content> content;
    private final Findings findings;

    private Text(Optional<Content> content, Findings findings) {
        this.content = content;
        this.findings = findings;
    }

    /** No such string in the file, or one with a problem that is reported already. */
    public static Text absent(Findings findings) {
        return new Text(Optional.empty(), findings);
    }

    /** Takes a value. No string of a file may hold U+0000: no system takes it. */
    public static Text of(Located node, Findings findings) {
        if (!(node.value() instanceof Value.Str string)) {
            return absent(findings);
        }
        Text text = new Text(Optional.of(new Content(node, string.value())), findings);
        return string.value().indexOf('\0') < 0
                ? text
                : text.refuse(Kind.STRUCT, text.label() + " holds the character U+0000", "text without it");
    }

    /** Reports a problem of the text, which must be there. */
    public Text refuse(Kind kind, String message, String expected) {
        findings.add(Finding.of(kind, node(), message).expected(expected));
        return absent(findings);
    }

    /** Reports the problem that a rule finds. */
    public Text obeys(Kind kind, TextRule rule) {
        Optional<String> problem =
                content.isPresent() ? rule.problem(content.get().text()) : Optional.empty();
        if (problem.isEmpty()) {
            return this;
        }
        findings.add(Finding.of(kind, node(), problem.get()));
        return absent(findings);
    }

    /** A structural limit, in bytes of UTF-8. */
    public Text maxBytes(int max) {
        int length = orStandIn().getBytes(StandardCharsets.UTF_8).length;
        return length <= max ? this : refuse(Kind.STRUCT, label() + " has " + length + " bytes", "at most " + max);
    }

    /** The text, empty if there is none or it had a problem. */
    public Optional<String> value() {
        return content.isPresent() ? Optional.of(content.get().text()) : Optional.empty();
    }

    /** As {@link #value()}, where {@code ""} says the same as nothing. */
    public Optional<String> notEmptyValue() {
        return orStandIn().isEmpty() ? Optional.empty() : value();
    }

    /** The text, or {@code ""} as a stand-in where a problem is reported already. */
    public String orStandIn() {
        return content.isPresent() ? content.get().text() : "";
    }

    /** Where a text that must be there stands. */
    public Located node() {
        return content.orElseThrow().node();
    }

    private String label() {
        return Quoted.of(node().label());
    }

    private record Content(Located node, String text) {}
}

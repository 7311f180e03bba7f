// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.decode.InvkfileProblem.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * One string of the file while it is checked. The first problem is reported and makes it absent, so that no later check
 * speaks of it.
 */
final class Text {
    private final Optional<Content> content;
    private final Findings findings;

    private Text(Optional<Content> content, Findings findings) {
        this.content = content;
        this.findings = findings;
    }

    /** No such string in the file, or one with a problem that is reported already. */
    static Text absent(Findings findings) {
        return new Text(Optional.empty(), findings);
    }

    /** Takes a value that must be a string. No string of an invkfile may hold U+0000: no system takes it. */
    static Text of(Node node, Findings findings) {
        if (!(node.value() instanceof Value.Str string)) {
            findings.add(WrongKind.of(node, "a string"));
            return absent(findings);
        }
        return new Text(Optional.of(new Content(node, string.value())), findings)
                .check(
                        Kind.STRUCT,
                        text -> text.indexOf('\0') < 0,
                        text -> Quoted.of(node.label()) + " holds the character U+0000",
                        "text without it");
    }

    /** Reports a problem if the test fails. */
    Text check(Kind kind, Predicate<String> test, Wording wording, String expected) {
        if (content.isEmpty() || test.test(content.get().text())) {
            return this;
        }
        Content bad = content.get();
        findings.add(Finding.of(kind, bad.node(), wording.message(bad.text())).expected(expected));
        return absent(findings);
    }

    /** Reports the problem that a rule finds. */
    Text obeys(Kind kind, TextRule rule) {
        Optional<String> problem = content.flatMap(c -> rule.problem(c.text()));
        if (problem.isEmpty()) {
            return this;
        }
        findings.add(Finding.of(kind, content.get().node(), problem.get()));
        return absent(findings);
    }

    Text notEmpty() {
        return check(Kind.SCHEMA, text -> !text.isEmpty(), text -> label() + " is empty", "some text");
    }

    /** Refuses blank text, and a line break after the first visible character. */
    Text visibleLine() {
        return check(
                        Kind.SCHEMA,
                        text -> VisibleText.start(text) < text.length(),
                        text -> label() + " is blank",
                        "some text")
                .check(
                        Kind.SCHEMA,
                        text -> text.indexOf('\n', VisibleText.start(text)) < 0,
                        text -> label() + " has more than one line",
                        "one line");
    }

    /** A limit of the schema, in code points. */
    Text maxCodePoints(int max) {
        return check(
                Kind.SCHEMA,
                text -> text.codePointCount(0, text.length()) <= max,
                text -> label() + " has " + text.codePointCount(0, text.length()) + " characters",
                "at most " + max);
    }

    /** A structural limit, in bytes of UTF-8. */
    Text maxBytes(int max) {
        return check(
                Kind.STRUCT,
                text -> bytes(text) <= max,
                text -> label() + " has " + bytes(text) + " bytes",
                "at most " + max);
    }

    /** The text, empty if there is none or it had a problem. */
    Optional<String> value() {
        return content.map(Content::text);
    }

    /** As {@link #value()}, where {@code ""} says the same as nothing. */
    Optional<String> notEmptyValue() {
        return value().filter(text -> !text.isEmpty());
    }

    /** The text, or {@code ""} as a stand-in where a problem is reported already. */
    String orStandIn() {
        return value().orElse("");
    }

    /** Hands on a well formed text and its place. */
    void ifPresent(BiConsumer<String, Node> use) {
        content.ifPresent(c -> use.accept(c.text(), c.node()));
    }

    private String label() {
        return Quoted.of(content.orElseThrow().node().label());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private record Content(Node node, String text) {}

    /** Makes a message of the text it is about. */
    interface Wording {
        String message(String text);
    }
}

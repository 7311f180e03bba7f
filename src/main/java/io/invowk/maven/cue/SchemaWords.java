// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import io.invowk.maven.cue.syntax.Attribute;
import io.invowk.maven.cue.syntax.Expr;
import io.invowk.maven.cue.syntax.Parser;
import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * The words that a definition of a schema has for messages.
 *
 * @param noun what its struct is called
 * @param problem message, expected and help of a value that breaks it; empty texts for what is not said
 */
record SchemaWords(Optional<String> noun, Optional<Problem> problem) {
    static final SchemaWords NONE = new SchemaWords(Optional.empty(), Optional.empty());

    /** The three texts of {@code @problem}. */
    record Problem(String message, String expected, String help) {
        /** The message about a value. */
        String message(Located subject) {
            String text = subject.value() instanceof Value.Str string ? string.value() : "";
            return message.replace("{label}", Quoted.of(subject.label()))
                    .replace("{count}", String.valueOf(text.codePointCount(0, text.length())))
                    .replace("{value}", Quoted.of(text));
        }
    }

    static SchemaWords of(List<Attribute> attributes) {
        Optional<String> noun = Optional.empty();
        Optional<Problem> problem = Optional.empty();
        for (Attribute attribute : attributes) {
            if (attribute.name().equals("noun")) {
                noun = Optional.of(texts(attribute).get(0));
            } else if (attribute.name().equals("problem")) {
                List<String> texts = texts(attribute);
                problem = Optional.of(new Problem(
                        texts.get(0), texts.size() > 1 ? texts.get(1) : "", texts.size() > 2 ? texts.get(2) : ""));
            }
        }
        return new SchemaWords(noun, problem);
    }

    /** The strings between the parentheses of an attribute, written as in CUE. */
    static List<String> texts(Attribute attribute) {
        SourceText body = new SourceText("attribute", "[" + attribute.body() + "]");
        if (!(Parser.parseExpression(body) instanceof Expr.ListLiteral list)) {
            throw new IllegalArgumentException("no list: " + body.text());
        }
        return list.elements().stream()
                .map(element -> element instanceof Expr.Str text ? text.value() : "")
                .toList();
    }
}

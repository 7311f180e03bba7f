// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.diagnostic.Span;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Parts of the language that a file must ask for with {@code @experiment(name)}. None of them is supported; those that
 * became part of the language are accepted.
 */
enum Experiment {
    /** {@code try}, {@code else}, {@code a?}. */
    TRY("try", false),
    /** {@code label~X}, {@code self}. */
    ALIASES("aliasv2", false),
    /** {@code x...}. */
    EXPLICIT_OPEN("explicitopen", false),
    /** The right side of {@code &&} and {@code ||} only where needed. */
    SHORT_CIRCUIT("shortcircuit", false),
    /** {@code ==} on structs. */
    STRUCT_COMPARISON("structcmp", true);

    private final String id;
    private final boolean settled;

    Experiment(String id, boolean settled) {
        this.id = id;
        this.settled = settled;
    }

    /** Reports syntax that belongs to this experiment; the exception is to be thrown. */
    TokenCursor.SyntaxError usedAt(TokenCursor cursor, Span span, String syntax, String help) {
        return cursor.fail(
                span, syntax + " belongs to the language experiment \"" + id + "\", which is not supported", help);
    }

    /** Reports an attribute of a file that asks for what is not supported. */
    static void check(Attribute attribute, Problems problems) {
        if (!attribute.name().equals("experiment")) {
            return;
        }
        for (String id : attribute.body().split(",", -1)) {
            Optional<Experiment> known = Stream.of(values())
                    .filter(experiment -> experiment.id.equals(id.strip()))
                    .findFirst();
            if (known.isEmpty()) {
                problems.report(problems.at(attribute.span(), "unknown language experiment \"" + id.strip() + "\"")
                        .help("remove the attribute"));
            } else if (!known.get().settled) {
                problems.report(
                        problems.at(attribute.span(), "language experiment \"" + id.strip() + "\" is not supported")
                                .help("remove the attribute and write the file without the experiment"));
            }
        }
    }
}

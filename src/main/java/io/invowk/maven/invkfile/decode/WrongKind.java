// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.decode.InvkfileProblem.Kind;
import java.util.Optional;

/** The problem of a value that is not of the kind its field wants. */
final class WrongKind {
    private WrongKind() {}

    /**
     * States it.
     *
     * @param expected the kind with its article
     */
    static Finding of(Node node, String expected) {
        String is = node.value() instanceof Value.Null
                ? " is null"
                : " is of type " + node.value().kind();
        return Finding.of(Kind.SCHEMA, node, Quoted.of(node.label()) + is)
                .expected(expected)
                .help(cure(node.value(), expected));
    }

    private static Optional<String> cure(Value value, String expected) {
        if (value instanceof Value.Null) {
            return Optional.of("leave the field out if it shall not be set");
        }
        boolean scalar = value instanceof Value.Num || value instanceof Value.Bool;
        if (scalar && expected.equals("a string")) {
            return Optional.of("put it in double quotes");
        }
        boolean single = value instanceof Value.Str || value instanceof Value.Struct;
        if (single && expected.equals("a list")) {
            return Optional.of("put it in brackets: [...]");
        }
        return Optional.empty();
    }
}

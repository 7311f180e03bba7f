// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.decode.InvkfileProblem.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Names of which each may stand only once in a list. */
final class Unique {
    private final String noun;
    private final UnaryOperator<String> identity;
    private final Findings findings;
    private final Map<String, Place> first = new HashMap<>();

    /**
     * Begins a list.
     *
     * @param noun what is named
     * @param identity two names with the same result are the same name
     */
    Unique(String noun, UnaryOperator<String> identity, Findings findings) {
        this.noun = noun;
        this.identity = identity;
        this.findings = findings;
    }

    /** Takes the next name of the list. */
    void see(Text name) {
        name.ifPresent((text, node) -> {
            Place before = first.putIfAbsent(identity.apply(text), node.use());
            if (before != null) {
                findings.add(Finding.of(Kind.STRUCT, node, noun + " " + Quoted.of(text) + " is defined twice")
                        .at(node.use())
                        .also("also set here", before)
                        .help("rename or remove one of them"));
            }
        });
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cuefile.FileProblem.Kind;
import io.invowk.maven.cuefile.Finding;
import io.invowk.maven.cuefile.Findings;
import io.invowk.maven.cuefile.Text;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.Quoted;
import java.util.HashMap;
import java.util.Map;

/** Names of which each may stand only once in a list. */
final class Unique {
    private final String noun;
    private final Findings findings;
    private final Map<String, Place> first = new HashMap<>();

    /**
     * Begins a list.
     *
     * @param noun what is named
     */
    Unique(String noun, Findings findings) {
        this.noun = noun;
        this.findings = findings;
    }

    /** Takes the next name of the list. */
    void see(Text name) {
        see(name, name.orStandIn());
    }

    /**
     * Takes the next name of the list.
     *
     * @param identity two names with the same identity are the same name
     */
    void see(Text name, String identity) {
        if (name.value().isEmpty()) {
            return;
        }
        Located node = name.node();
        Place before = first.putIfAbsent(identity, node.use());
        if (before != null) {
            findings.add(Finding.of(Kind.STRUCT, node, noun + " " + Quoted.of(name.orStandIn()) + " is defined twice")
                    .at(node.use())
                    .also("also set here", before)
                    .help("rename or remove one of them"));
        }
    }
}

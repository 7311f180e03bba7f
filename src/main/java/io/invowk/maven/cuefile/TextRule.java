// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cuefile;

import java.util.Optional;

/** What text of one sort must be like. */
public interface TextRule {
    /** The first thing wrong with the text, one sentence; empty if nothing is. */
    Optional<String> problem(String text);
}

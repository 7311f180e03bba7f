// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.util.List;
import java.util.Optional;

/** An element of a list that need not be concrete; functions only move it. The evaluator implements it. */
public interface Element {
    /** The elements, if this is itself a list; empty if it is, and stays, something else. */
    Optional<List<Element>> elements();

    /** What it is, for messages: a kind, or a constraint as it is written. */
    String description();
}

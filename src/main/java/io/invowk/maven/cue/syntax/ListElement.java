// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.diagnostic.Span;

/** One entry of a list literal: an element, or a comprehension that yields any number of them. */
public sealed interface ListElement permits Expr, Comprehension {
    /** Where it is written. */
    Span span();
}

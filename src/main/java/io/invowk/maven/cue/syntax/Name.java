// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.diagnostic.Span;

/** An identifier where it declares or selects something: an alias, a variable, a package. */
public record Name(Span span, String text) {}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/**
 * An arithmetic expression as it is written.
 *
 * @param text to be expanded before it is read as an expression
 * @param tree the expression, if nothing is to be expanded in it and it has no error; else null
 */
public record ArithmeticText(Word text, @Nullable Arithmetic tree, Span span) {}

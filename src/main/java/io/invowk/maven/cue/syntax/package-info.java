// SPDX-License-Identifier: Apache-2.0
/**
 * CUE source text to a syntax tree with positions; knows no values.
 *
 * <p>Grammar: CUE language specification, lexical elements to comprehensions.
 */
@NullMarked
package io.invowk.maven.cue.syntax;

import org.jspecify.annotations.NullMarked;

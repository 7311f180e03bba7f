// SPDX-License-Identifier: Apache-2.0
/**
 * A CUE value to the records of an invkfile: judged by the schema, then by the rules that a schema cannot state; all
 * problems together.
 */
@NullMarked
package io.invowk.maven.invkfile.decode;

import org.jspecify.annotations.NullMarked;

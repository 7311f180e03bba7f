// SPDX-License-Identifier: Apache-2.0
/**
 * A CUE value to the records of an invkfile: schema, limits, structural rules, all problems together.
 */
@NullMarked
package io.invowk.maven.invkfile.decode;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * Files of CUE that a schema judges: from bytes to the fields of a value, and the problems found on the way.
 */
@NullMarked
package io.invowk.maven.cuefile;

import org.jspecify.annotations.NullMarked;

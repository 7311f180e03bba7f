// SPDX-License-Identifier: Apache-2.0
/** What the programs share that a scorer of recorded cases asks. */
@NullMarked
package io.invowk.maven.conformance;

import org.jspecify.annotations.NullMarked;

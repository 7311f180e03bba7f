// SPDX-License-Identifier: Apache-2.0
/**
 * Positions in source texts, the problems found there, and how they are shown.
 *
 * <p>First stage of the flow: it knows no language and is used by every later stage.
 */
@NullMarked
package io.invowk.maven.diagnostic;

import org.jspecify.annotations.NullMarked;

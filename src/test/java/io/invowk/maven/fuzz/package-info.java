// SPDX-License-Identifier: Apache-2.0
/** What the fuzz tests share. */
@NullMarked
package io.invowk.maven.fuzz;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** Archives as entries with what is in them: the only place that knows the library. Used by the utility {@code tar}. */
@NullMarked
package io.invowk.maven.shell.archive;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * RE2 patterns, the dialect of CUE and of invkfiles; the only place that knows the library.
 */
@NullMarked
package io.invowk.maven.regexp;

import org.jspecify.annotations.NullMarked;

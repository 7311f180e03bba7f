// SPDX-License-Identifier: Apache-2.0
/**
 * Maven's edge: parameters in, log and exceptions out.
 */
@NullMarked
package io.invowk.maven.mojo;

import org.jspecify.annotations.NullMarked;

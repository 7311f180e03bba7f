// SPDX-License-Identifier: Apache-2.0
/**
 * Which invkfiles count, in which order, and which command a name means.
 */
@NullMarked
package io.invowk.maven.discovery;

import org.jspecify.annotations.NullMarked;

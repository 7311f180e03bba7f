// SPDX-License-Identifier: Apache-2.0
/**
 * Facts of this machine, read once: operating system, environment, working directory, home.
 */
@NullMarked
package io.invowk.maven.host;

import org.jspecify.annotations.NullMarked;

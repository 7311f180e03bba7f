// SPDX-License-Identifier: Apache-2.0
/**
 * The only place that starts a process: command lines, streams, limits and termination.
 */
@NullMarked
package io.invowk.maven.process;

import org.jspecify.annotations.NullMarked;

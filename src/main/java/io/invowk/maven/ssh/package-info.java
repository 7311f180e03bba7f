// SPDX-License-Identifier: Apache-2.0
/**
 * A server for SSH that runs commands on this machine; the only place that knows the library. None of it is loaded before a command asks
 * for it.
 */
@NullMarked
package io.invowk.maven.ssh;

import org.jspecify.annotations.NullMarked;

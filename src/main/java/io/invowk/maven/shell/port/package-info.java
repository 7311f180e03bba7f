// SPDX-License-Identifier: Apache-2.0
/** What the shell needs of the machine, as interfaces: programs, files, streams. Whoever runs a shell implements them. */
@NullMarked
package io.invowk.maven.shell.port;

import org.jspecify.annotations.NullMarked;

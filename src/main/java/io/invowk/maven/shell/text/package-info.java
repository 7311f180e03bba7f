// SPDX-License-Identifier: Apache-2.0
/** Bytes of streams and files as strings, and back without loss. Used by every stage of the shell. */
@NullMarked
package io.invowk.maven.shell.text;

import org.jspecify.annotations.NullMarked;

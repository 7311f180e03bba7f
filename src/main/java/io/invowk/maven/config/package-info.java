// SPDX-License-Identifier: Apache-2.0
/**
 * The user's own settings, for all projects, and the file that holds them.
 */
@NullMarked
package io.invowk.maven.config;

import org.jspecify.annotations.NullMarked;

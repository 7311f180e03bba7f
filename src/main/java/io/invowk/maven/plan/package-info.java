// SPDX-License-Identifier: Apache-2.0
/**
 * One request to one plan: implementation, runtime, arguments, environment, working directory.
 *
 * <p>Nothing is started and nothing is written here; a plan is a record that a test compares.
 */
@NullMarked
package io.invowk.maven.plan;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** Tests against recorded outputs: files beside their inputs, compared as text, rewritten on demand. */
@NullMarked
package io.invowk.maven.golden;

import org.jspecify.annotations.NullMarked;

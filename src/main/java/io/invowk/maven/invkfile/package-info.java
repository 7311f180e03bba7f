// SPDX-License-Identifier: Apache-2.0
/**
 * What an invkfile says, as records that keep the place they were written at; knows no CUE.
 */
@NullMarked
package io.invowk.maven.invkfile;

import org.jspecify.annotations.NullMarked;

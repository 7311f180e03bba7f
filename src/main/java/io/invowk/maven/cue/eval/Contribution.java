// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.diagnostic.Place;

/**
 * What one expression says about the kind of a vertex; kept to show both sides of a conflict.
 *
 * @param text how messages call it
 */
record Contribution(int kinds, String text, Place place, Via via) {}

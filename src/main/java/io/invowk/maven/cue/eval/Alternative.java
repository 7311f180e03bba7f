// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

/**
 * One alternative of a disjunction that is left.
 *
 * @param mode what all marks together say
 * @param mark what the last disjunction that was taken in says
 */
record Alternative(Vertex vertex, Mode mode, Mode mark) {
    /** Whether any mark for it still counts. */
    boolean isDefault() {
        return mode == Mode.IS || mark == Mode.IS;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

/** Whether an alternative is a default, in the order that a combination takes the maximum of. */
enum Mode {
    /** Its disjunction has no marks. */
    MAYBE,
    /** Marked. */
    IS,
    /** Not marked, but others are. */
    NOT;

    Mode and(Mode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

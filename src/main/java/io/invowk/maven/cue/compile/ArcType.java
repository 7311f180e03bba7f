// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.compile;

/** How much a declaration says about the presence of its field, weakest first. */
public enum ArcType {
    /** {@code x?:} constrains the field if it is there. */
    OPTIONAL,
    /** {@code x!:} asks somebody else to supply it. */
    REQUIRED,
    /** {@code x:} supplies it. */
    MEMBER;

    /** The stronger of both. */
    public ArcType or(ArcType other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

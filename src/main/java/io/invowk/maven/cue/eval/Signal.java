// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.Kinds;
import java.io.Serial;

/** Leaves the evaluation of one expression early; caught where the task runs that evaluates it. */
abstract sealed class Signal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private Signal() {
        super(null, null, false, false);
    }

    /** The expression has no value but an error. */
    static final class Failed extends Signal {
        @Serial
        private static final long serialVersionUID = 1L;

        final transient Bottom bottom;
        /** The kinds that a value that is not concrete may have. */
        final int kinds;

        Failed(Bottom bottom) {
            this(bottom, Kinds.ALL);
        }

        Failed(Bottom bottom, int kinds) {
            this.bottom = bottom;
            this.kinds = kinds;
        }
    }

    /** The reference leads back, and is followed only when nothing else is left to do at its vertex. */
    static final class LeadsBack extends Signal {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** The expression waits for a vertex that is being worked on further out. */
    static final class Blocked extends Signal {
        @Serial
        private static final long serialVersionUID = 1L;

        /** How deep in the stack of vertices being worked on that vertex is, from 1. */
        final int depth;

        Blocked(int depth) {
            this.depth = depth;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

/** Leaves commands before their end. */
abstract sealed class ControlFlow extends RuntimeException {
    private static final long serialVersionUID = 1;

    private ControlFlow() {
        super(null, null, false, false);
    }

    /** {@code break n}. */
    static final class Break extends ControlFlow {
        private static final long serialVersionUID = 1;

        private int levels;

        Break(int levels) {
            this.levels = levels;
        }

        /** Leaves one loop; whether another one outside of it is to be left, too. */
        boolean leaveOne() {
            levels--;
            return levels > 0;
        }
    }

    /** {@code continue n}. */
    static final class Continue extends ControlFlow {
        private static final long serialVersionUID = 1;

        private int levels;

        Continue(int levels) {
            this.levels = levels;
        }

        /** Leaves one loop's body; whether a loop outside of it is meant. */
        boolean leaveOne() {
            levels--;
            return levels > 0;
        }
    }

    /** {@code return n}. */
    static final class Return extends ControlFlow {
        private static final long serialVersionUID = 1;

        private final int status;

        Return(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** A special built-in utility failed: ends the execution environment, unless {@code command} ran it; POSIX XCU 2.8.1. */
    static final class SpecialFailure extends ControlFlow {
        private static final long serialVersionUID = 1;

        private final int status;

        SpecialFailure(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** Ends the execution environment. */
    static final class Exit extends ControlFlow {
        private static final long serialVersionUID = 1;

        private final int status;

        Exit(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}

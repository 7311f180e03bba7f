// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

/** Ends a utility with a message. */
public final class UtilityException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    UtilityException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** The exit status. */
    public int status() {
        return status;
    }
}

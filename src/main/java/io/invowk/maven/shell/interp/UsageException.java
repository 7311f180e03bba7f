// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

/** A built-in utility was called in a way that it does not know. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    UsageException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** Ends a utility with the exit status for misuse. */
    UsageException(String message) {
        this(Interpreter.USAGE, message);
    }

    int status() {
        return status;
    }
}

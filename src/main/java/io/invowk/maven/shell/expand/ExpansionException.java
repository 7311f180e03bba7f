// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

/** An expansion failed; its command does not run, and a script ends: POSIX XCU 2.8.1. */
public final class ExpansionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean arithmetic;

    /** Ends an expansion with a message for the user. */
    public ExpansionException(String message) {
        this(message, false);
    }

    private ExpansionException(String message, boolean arithmetic) {
        super(message, null, false, false);
        this.arithmetic = arithmetic;
    }

    static ExpansionException arithmetic(String message) {
        return new ExpansionException(message, true);
    }

    /** Whether an arithmetic expression is at fault. */
    public boolean isArithmetic() {
        return arithmetic;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

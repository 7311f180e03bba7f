// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.regexp;

/** A text is no valid RE2 pattern; the message says why, without the pattern. */
public final class InvalidRegexpException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidRegexpException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

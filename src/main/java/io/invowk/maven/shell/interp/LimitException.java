// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

/** A script asked for more than the shell gives; all of it ends, since each part of it may ask again. */
final class LimitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LimitException(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

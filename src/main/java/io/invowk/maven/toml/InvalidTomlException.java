// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.toml;

import java.io.Serial;

/** A text is no TOML; the message says what is wrong and in which line. */
public final class InvalidTomlException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    InvalidTomlException(String message) {
        super(message);
    }
}

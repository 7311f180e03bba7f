// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.yaml;

import java.io.Serial;

/** A text is no YAML; the message says what is wrong and in which line. */
public final class InvalidYamlException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    InvalidYamlException(String message) {
        super(message);
    }
}

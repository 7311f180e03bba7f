// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;

/** Standard output takes no more: no operand is to blame. */
final class OutputFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final IOException failure;

    OutputFailure(IOException failure) {
        super(failure);
        this.failure = failure;
    }

    IOException failure() {
        return failure;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.io.IOException;

/** Nobody reads the pipe any more. */
final class BrokenPipeException extends IOException {
    private static final long serialVersionUID = 1;

    BrokenPipeException() {
        super("Broken pipe");
    }
}

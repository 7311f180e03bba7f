// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import java.nio.file.Path;

/** Where a program was looked for that was not found. */
final class ProgramSearchNote {
    private ProgramSearchNote() {}

    static String of(String program, Path base) {
        return program.contains("/")
                ? base.resolve(program).normalize() + ": no file that can be executed"
                : program + ": not on PATH";
    }
}

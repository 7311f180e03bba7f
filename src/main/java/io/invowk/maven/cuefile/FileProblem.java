// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cuefile;

import io.invowk.maven.diagnostic.Diagnostic;

/** One thing that is wrong with a file of CUE, and the step that found it. */
public record FileProblem(Kind kind, Diagnostic diagnostic) {
    /** The steps of reading a file, in order. */
    public enum Kind {
        /** The file cannot be read. */
        IO,
        /** The file is too large. */
        SIZE,
        /** The text is no CUE, or names something that does not exist. */
        SYNTAX,
        /** The value is not what such a file may say: fields, types, patterns; or it is not concrete. */
        SCHEMA,
        /** The parts are right each for itself, but not together or not for the machine: lengths in bytes, paths. */
        STRUCT
    }
}

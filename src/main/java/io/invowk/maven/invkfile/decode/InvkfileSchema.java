// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.Judgement;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.cuefile.SchemaFile;

/** The schema of invkfiles, {@code invkfile_schema.cue}. */
final class InvkfileSchema {
    private static final SchemaFile SCHEMA = SchemaFile.load("/invkfile_schema.cue", "#Invkfile");

    private InvkfileSchema() {}

    /** What the schema says of the value of a whole file. */
    static Judgement judge(Value value) {
        return SCHEMA.judge(value);
    }
}

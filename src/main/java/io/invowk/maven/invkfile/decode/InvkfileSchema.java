// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.Judgement;
import io.invowk.maven.cue.Schema;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The schema of invkfiles, {@code invkfile_schema.cue}. */
final class InvkfileSchema {
    private static final String RESOURCE = "/invkfile_schema.cue";
    private static final Schema SCHEMA = load();

    private InvkfileSchema() {}

    private static Schema load() {
        try (InputStream in = InvkfileSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + RESOURCE);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Schema.of(new SourceText(RESOURCE, text), "#Invkfile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the schema says of the value of a whole file. */
    static Judgement judge(Value value) {
        return SCHEMA.judge(value);
    }
}

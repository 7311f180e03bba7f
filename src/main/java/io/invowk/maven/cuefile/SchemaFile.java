// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cuefile;

import io.invowk.maven.cue.Judgement;
import io.invowk.maven.cue.Schema;
import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;

/** The schema of one sort of file; a resource of this plugin. */
public final class SchemaFile {
    private final Schema schema;

    private SchemaFile(Schema schema) {
        this.schema = schema;
    }

    /**
     * Loads a schema.
     *
     * @param resource its path
     * @param definition of a whole file, {@code #} included
     */
    public static SchemaFile load(String resource, String definition) {
        try (InputStream in = SchemaFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new SchemaFile(Schema.of(new SourceText(resource, text), definition));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the schema says of the value of a whole file. */
    public Judgement judge(Value value) {
        return schema.judge(value);
    }

    /**
     * Reads what a value says, if it is right.
     *
     * @param records makes that of the fields; what it finds wrong it adds to the findings
     */
    public <T> Reading<T> read(Reading<Value> file, BiFunction<Fields, Findings, T> records) {
        if (file.value().isEmpty()) {
            return Reading.failed(file.problems());
        }
        Findings findings = new Findings();
        Judgement judgement = judge(file.value().get());
        judgement.violations().forEach(findings::add);
        Located root = Located.root(judgement.value().orElse(file.value().get()));
        Optional<Fields> fields = Fields.of(root, findings);
        if (fields.isPresent()) {
            T value = records.apply(fields.get(), findings);
            if (findings.count() == 0) {
                return Reading.of(value);
            }
        }
        return Reading.failed(findings.inSourceOrder());
    }
}

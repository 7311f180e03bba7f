// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkmod;

import io.invowk.maven.cuefile.CueFile;
import io.invowk.maven.cuefile.Fields;
import io.invowk.maven.cuefile.Reading;
import io.invowk.maven.cuefile.SchemaFile;
import io.invowk.maven.cuefile.Text;
import io.invowk.maven.diagnostic.Place;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the file of a module. */
final class InvkmodReader {
    private static final SchemaFile SCHEMA = SchemaFile.load("/invkmod_schema.cue", "#Invkmod");

    private InvkmodReader() {}

    /**
     * Reads a file.
     *
     * @param file absolute
     * @param cwd messages name the file as a user in this directory would; absolute
     */
    static Reading<Invkmod> read(Path file, Path cwd) {
        return SCHEMA.read(CueFile.read(file, cwd), (fields, findings) -> invkmod(fields));
    }

    private static Invkmod invkmod(Fields fields) {
        Text module = fields.text("module");
        Optional<Place> requires =
                fields.list("requires").isEmpty() ? Optional.empty() : Optional.of(fields.label("requires"));
        return new Invkmod(
                module.orStandIn(),
                module.value().isPresent()
                        ? module.node().place()
                        : fields.node().place(),
                fields.text("description").value(),
                requires);
    }
}

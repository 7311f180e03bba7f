// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.value.Value;
import io.invowk.maven.cuefile.CueFile;
import io.invowk.maven.cuefile.Reading;
import io.invowk.maven.diagnostic.SourceText;
import java.nio.file.Path;

/**
 * Reads invkfiles: file to text, text to value, value to records. The first of these steps that finds problems is the
 * last one, and reports all it finds.
 */
public final class InvkfileReader {
    private InvkfileReader() {}

    /**
     * Reads a file.
     *
     * @param file absolute
     * @param cwd messages name the file as a user in this directory would; absolute
     */
    public static Decoded read(Path file, Path cwd) {
        return decode(CueFile.read(file, cwd), file);
    }

    /** Reads a text that is already there; {@code file} is where it came from, absolute. */
    public static Decoded decode(SourceText source, Path file) {
        return decode(CueFile.evaluate(source), file);
    }

    private static Decoded decode(Reading<Value> reading, Path file) {
        return reading.value().isPresent()
                ? InvkfileDecoder.decode(reading.value().get(), file)
                : Decoded.failed(reading.problems());
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cuefile.TextRule;
import io.invowk.maven.diagnostic.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The path of a dotenv file, without the final {@code ?}: relative, and below the directory of the invkfile. */
final class EnvFilePath implements TextRule {
    static final int MAX_BYTES = 4096;

    @Override
    public Optional<String> problem(String path) {
        if (path.isEmpty()) {
            return Optional.of("path of an env file is empty");
        }
        int bytes = path.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            return Optional.of("path of an env file has " + bytes + " bytes, more than " + MAX_BYTES);
        }
        if (RelativePath.isAbsolute(path)) {
            return Optional.of("env file " + Quoted.of(path) + " is an absolute path, not one below the invkfile");
        }
        if (RelativePath.normalised(path).stream().anyMatch(part -> part.startsWith(".."))) {
            return Optional.of("env file " + Quoted.of(path) + " leads out of the directory of the invkfile"
                    + " or has a part that starts with \"..\"");
        }
        return Optional.empty();
    }
}

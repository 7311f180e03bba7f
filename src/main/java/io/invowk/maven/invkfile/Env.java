// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile;

import io.invowk.maven.diagnostic.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One environment layer of an invkfile.
 *
 * @param files dotenv files in order
 * @param vars in file order
 */
public record Env(List<EnvFile> files, Map<String, String> vars) {
    /** Nothing said. */
    public static final Env EMPTY = new Env(List.of(), Map.of());

    public Env {
        files = List.copyOf(files);
        vars = Collections.unmodifiableMap(new LinkedHashMap<>(vars));
    }

    /**
     * One dotenv file.
     *
     * @param path relative to the invkfile's directory, or for one that a call names to the project's, without the trailing {@code ?}
     * @param optional whether it may be missing
     */
    public record EnvFile(String path, boolean optional, Place origin) {
        /** The file that a text names: a final {@code ?} says that it may be missing. */
        public static EnvFile of(String text, Place origin) {
            boolean optional = text.endsWith("?");
            return new EnvFile(optional ? text.substring(0, text.length() - 1) : text, optional, origin);
        }
    }
}

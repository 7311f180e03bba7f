// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.compile;

import java.util.Set;

/** The packages of CUE's standard library, by import path. */
final class Packages {
    private static final Set<String> PATHS = Set.of(
            "crypto/ed25519",
            "crypto/hmac",
            "crypto/md5",
            "crypto/sha1",
            "crypto/sha256",
            "crypto/sha512",
            "encoding/base64",
            "encoding/csv",
            "encoding/hex",
            "encoding/json",
            "encoding/toml",
            "encoding/yaml",
            "html",
            "list",
            "math",
            "math/bits",
            "net",
            "path",
            "regexp",
            "strconv",
            "strings",
            "struct",
            "text/tabwriter",
            "text/template",
            "time",
            "uuid");

    private Packages() {}

    /** Whether a package of this path can be imported. */
    static boolean contains(String path) {
        return PATHS.contains(path);
    }

    /** All paths. */
    static Set<String> paths() {
        return PATHS;
    }

    /** The name that an import of the path declares. */
    static String nameOf(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
    }
}

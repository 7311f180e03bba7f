// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.util.Optional;

/** CUE's own packages by import path; each is loaded when a file uses it. */
public final class StandardLibrary {
    private StandardLibrary() {}

    /** The package of an import path; empty if there is none. */
    public static Optional<StandardPackage> find(String path) {
        return Optional.ofNullable(
                switch (path) {
                    case "crypto/ed25519" -> new Ed25519Package();
                    case "crypto/hmac" -> new HmacPackage();
                    case "crypto/md5" -> DigestPackages.md5();
                    case "crypto/sha1" -> DigestPackages.sha1();
                    case "crypto/sha256" -> DigestPackages.sha256();
                    case "crypto/sha512" -> DigestPackages.sha512();
                    case "encoding/base64" -> new Base64Package();
                    case "encoding/csv" -> new CsvPackage();
                    case "encoding/hex" -> new HexPackage();
                    case "encoding/json" -> new JsonPackage();
                    case "encoding/toml" -> new TomlPackage();
                    case "encoding/yaml" -> new YamlPackage();
                    case "html" -> new HtmlPackage();
                    case "list" -> new ListPackage();
                    case "math" -> new MathPackage();
                    case "math/bits" -> new BitsPackage();
                    case "net" -> new NetPackage();
                    case "path" -> new PathPackage();
                    case "regexp" -> new RegexpPackage();
                    case "strconv" -> new StrconvPackage();
                    case "strings" -> new StringsPackage();
                    case "struct" -> new StructPackage();
                    case "text/tabwriter" -> new TabwriterPackage();
                    case "text/template" -> new TemplatePackage();
                    case "time" -> new TimePackage();
                    case "uuid" -> new UuidPackage();
                    default -> null;
                });
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.ANY;
import static io.invowk.maven.cue.builtin.Parameter.DATA;

/** The package {@code encoding/toml}. */
final class TomlPackage extends StandardPackage {
    TomlPackage() {
        function(
                "Marshal",
                a -> {
                    throw CallException.unsupported("\"encoding/toml.Marshal\"");
                },
                ANY);
        function(
                "Unmarshal",
                a -> {
                    throw CallException.unsupported("\"encoding/toml.Unmarshal\"");
                },
                DATA);
    }
}

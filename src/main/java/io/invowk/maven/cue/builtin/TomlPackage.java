// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.ANY;
import static io.invowk.maven.cue.builtin.Parameter.DATA;

/** The package {@code encoding/toml}. */
final class TomlPackage extends StandardPackage {
    TomlPackage() {
        function("Marshal", a -> a.make().of(TomlWriter.document(a.value(0))), ANY);
        function("Unmarshal", a -> TomlReader.document(a.text(0), a.make()), DATA);
    }
}

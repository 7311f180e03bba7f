// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.diagnostic.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * The syntax tree of one file.
 *
 * @param source the text that all spans of the tree belong to
 * @param attributes those before the first import and declaration
 * @param packageName the name of the package clause, {@code _} included
 */
public record SourceFile(
        SourceText source,
        List<Attribute> attributes,
        Optional<Name> packageName,
        List<Import> imports,
        List<Decl> decls) {
    public SourceFile {
        attributes = List.copyOf(attributes);
        imports = List.copyOf(imports);
        decls = List.copyOf(decls);
    }
}

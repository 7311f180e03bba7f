// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.compile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Recognizes literals that are data and nothing else: regular fields, elements and scalars, all of them written out. */
final class PlainData {
    private PlainData() {}

    /** Number of values of a struct with these declarations, itself included; 0 if they are not plain data. */
    static int count(List<CompiledDecl> decls) {
        Set<FieldLabel> labels = new HashSet<>();
        int count = 1;
        for (CompiledDecl decl : decls) {
            if (!(decl instanceof CompiledDecl.Field field)
                    || field.arcType() != ArcType.MEMBER
                    || !field.label().isField()) {
                return 0;
            }
            int below = count(field.value());
            if (below == 0 || !labels.add(field.label())) {
                return 0;
            }
            count += below;
        }
        return count;
    }

    /** Number of values of a closed list with these items, itself included; 0 if they are not plain data. */
    static int countItems(List<CompiledDecl.ListItem> items) {
        int count = 1;
        for (CompiledDecl.ListItem item : items) {
            int below = item instanceof CompiledExpr element ? count(element) : 0;
            if (below == 0) {
                return 0;
            }
            count += below;
        }
        return count;
    }

    private static int count(CompiledExpr expr) {
        if (expr instanceof CompiledExpr.StructLiteral struct) {
            return struct.plain();
        }
        if (expr instanceof CompiledExpr.ListLiteral list) {
            return list.plain();
        }
        return expr instanceof CompiledExpr.Literal ? 1 : 0;
    }
}

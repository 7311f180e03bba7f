// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import org.jspecify.annotations.Nullable;

/** The aliases that are known while a text is read. */
@FunctionalInterface
public interface AliasLookup {
    /** No aliases. */
    AliasLookup NONE = name -> null;

    /** What a name stands for, or null. */
    @Nullable
    String alias(String name);
}

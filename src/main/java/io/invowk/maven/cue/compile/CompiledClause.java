// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.compile;

import io.invowk.maven.diagnostic.Place;
import java.util.Optional;

/** A clause of a comprehension. {@code For} and {@code Let} open one environment for what follows them. */
public sealed interface CompiledClause {
    /** {@code for key, value in source}; a variable called {@code _} is left out. */
    record For(Place place, Optional<FieldLabel> key, Optional<FieldLabel> value, CompiledExpr source)
            implements CompiledClause {}

    /** {@code if condition}. */
    record If(Place place, CompiledExpr condition) implements CompiledClause {}

    /** {@code let name = value}. */
    record Let(Place place, FieldLabel name, CompiledExpr value) implements CompiledClause {}
}

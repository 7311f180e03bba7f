// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.compile;

import io.invowk.maven.diagnostic.Place;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code let name = value}: one object for the declaration and all its uses; complete once compiling ends. */
public final class LetBinding {
    private final String name;
    private final Place place;
    private @Nullable CompiledExpr value;

    LetBinding(String name, Place place) {
        this.name = name;
        this.place = place;
    }

    void complete(CompiledExpr compiled) {
        value = compiled;
    }

    /** The name that is bound. */
    public String name() {
        return name;
    }

    /** Where the name is declared. */
    public Place place() {
        return place;
    }

    /** What the name stands for. */
    public CompiledExpr value() {
        return Objects.requireNonNull(value);
    }
}

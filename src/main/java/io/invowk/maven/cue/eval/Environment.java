// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.LetBinding;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Links a literal or clause to the vertex that is being built from it, so that names mean fields of that vertex. The
 * label is the one that a pattern matched.
 */
final class Environment {
    final @Nullable Environment outer;
    final Vertex vertex;
    final @Nullable FieldLabel label;
    private final Lets lets;

    /** The values of the lets; few environments have any. */
    private static final class Lets {
        private @Nullable IdentityHashMap<LetBinding, Vertex> made;

        Vertex get(LetBinding binding, Function<Environment, Vertex> make, Environment env) {
            Vertex known = made == null ? null : made.get(binding);
            if (known == null) {
                known = make.apply(env);
                if (made == null) {
                    made = new IdentityHashMap<>(2);
                }
                made.put(binding, known);
            }
            return known;
        }
    }

    private Environment(@Nullable Environment outer, Vertex vertex, @Nullable FieldLabel label, Lets lets) {
        this.outer = outer;
        this.vertex = vertex;
        this.label = label;
        this.lets = lets;
    }

    Environment(@Nullable Environment outer, Vertex vertex) {
        this(outer, vertex, null, new Lets());
    }

    /** The same environment for the value of a field that a pattern matched. */
    Environment withLabel(FieldLabel matched) {
        return new Environment(outer, vertex, matched, lets);
    }

    /** The same environment with another vertex or outer environment; its lets are evaluated anew. */
    Environment rebound(@Nullable Environment otherOuter, Vertex otherVertex) {
        return new Environment(otherOuter, otherVertex, label, new Lets());
    }

    Environment up(int levels) {
        Environment found = this;
        for (int i = 0; i < levels; i++) {
            found = Objects.requireNonNull(found.outer);
        }
        return found;
    }

    /** The value of a let of this environment, made once. */
    Vertex let(LetBinding binding, Function<Environment, Vertex> make) {
        return lets.get(binding, make, this);
    }
}

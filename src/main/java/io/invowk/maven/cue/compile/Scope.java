// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.compile;

import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names declared by a file, a struct literal, a clause or an alias, and the scope around it. */
final class Scope {
    /** The two groups of names that must not meet (CUE spec, "Declarations and scopes"). */
    enum Group {
        /** {@code let}s and aliases. */
        ALIAS,
        /** Fields, imports and variables of clauses. */
        FIELD
    }

    /** Makes the reference once it is known how many environments up the name is. */
    interface Meaning {
        CompiledExpr at(Place place, int up);
    }

    /** A declared name. */
    static final class Name {
        final Group group;
        final Place place;
        final Meaning meaning;
        final boolean mayStayUnused;
        final @Nullable LetBinding let;
        boolean used;
        boolean hidden;

        Name(Group group, Place place, boolean mayStayUnused, @Nullable LetBinding let, Meaning meaning) {
            this.group = group;
            this.place = place;
            this.mayStayUnused = mayStayUnused;
            this.let = let;
            this.meaning = meaning;
        }
    }

    /** A name found from an inner scope. */
    record Found(Name name, int up) {}

    final @Nullable Scope outer;
    private final boolean opensEnvironment;
    private final Map<String, Name> names = new HashMap<>();

    Scope(@Nullable Scope outer, boolean opensEnvironment) {
        this.outer = outer;
        this.opensEnvironment = opensEnvironment;
    }

    @Nullable
    Name own(String name) {
        return names.get(name);
    }

    void put(String name, Name declared) {
        names.put(name, declared);
    }

    @Nullable
    Found find(String name) {
        int up = 0;
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Name found = scope.names.get(name);
            if (found != null && !found.hidden) {
                return new Found(found, up);
            }
            up += scope.opensEnvironment ? 1 : 0;
        }
        return null;
    }

    /** Names declared here that nothing refers to. */
    List<Map.Entry<String, Name>> unused() {
        List<Map.Entry<String, Name>> unused = new ArrayList<>();
        for (Map.Entry<String, Name> entry : names.entrySet()) {
            Name name = entry.getValue();
            if (!name.used && !name.mayStayUnused) {
                unused.add(entry);
            }
        }
        return unused;
    }

    /** Every name that can be seen from here. */
    List<String> visible() {
        List<String> all = new ArrayList<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            all.addAll(scope.names.keySet());
        }
        return all;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.state;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All variables of one execution environment. A scope remembers what the variables were that it hides, so that looking
 * one up never searches scopes.
 */
public final class Variables {
    private static final int MAX_REFERENCES = 20;

    private final Map<String, Variable> byName;
    private final Deque<Map<String, Hidden>> scopes = new ArrayDeque<>();
    private final DynamicValues dynamic;

    /** A variable that a scope hides, perhaps none. */
    private record Hidden(@Nullable Variable variable) {}

    /** No variables yet, besides the dynamic ones. */
    public Variables(DynamicValues dynamic) {
        this.byName = new HashMap<>();
        this.dynamic = dynamic;
    }

    private Variables(Variables original, DynamicValues dynamic) {
        this.byName = new HashMap<>(original.byName.size() * 2);
        this.dynamic = dynamic;
        original.byName.forEach((name, variable) -> byName.put(name, variable.copy()));
        original.scopes.forEach(scope -> scopes.add(new HashMap<>()));
    }

    /** The same variables for a subshell. */
    public Variables copy(DynamicValues newDynamic) {
        return new Variables(this, newDynamic);
    }

    /** The variable of a name, behind references; null if there is none. */
    public @Nullable Variable find(String name) {
        Variable variable = byName.get(name);
        if (variable == null) {
            return dynamic.array(name);
        }
        return variable.is(Attribute.REFERENCE) ? byName.get(target(name)) : variable;
    }

    /** The variable of exactly this name; null if there is none. */
    public @Nullable Variable findDirectly(String name) {
        return byName.get(name);
    }

    /** The variable of a name, behind references; it is made if there is none. */
    public Variable get(String name) {
        return getDirectly(target(name));
    }

    /** The variable of exactly this name; it is made if there is none. */
    public Variable getDirectly(String name) {
        return byName.computeIfAbsent(name, key -> new Variable());
    }

    /** The name that is meant by a name that may refer to another. */
    public String target(String name) {
        String current = name;
        for (int i = 0; i < MAX_REFERENCES; i++) {
            Variable variable = byName.get(current);
            String value = variable != null && variable.is(Attribute.REFERENCE) ? variable.value() : null;
            if (value == null || value.isEmpty()) {
                return current;
            }
            current = value;
        }
        return name;
    }

    /** The value of a variable; null if it is unset. */
    public @Nullable String value(String name) {
        Variable variable = byName.get(name);
        if (variable == null) {
            return dynamic.value(name);
        }
        if (!variable.is(Attribute.REFERENCE)) {
            return variable.value();
        }
        String target = target(name);
        return target.equals(name) ? null : value(target);
    }

    /**
     * Gives a variable a value.
     *
     * @throws ReadOnlyException if it cannot be changed
     */
    public void assign(String name, String value) {
        Variable variable = byName.get(name);
        if (variable == null) {
            if (!dynamic.assign(name, value)) {
                getDirectly(name).setValue(value);
            }
        } else if (variable.is(Attribute.REFERENCE) && !target(name).equals(name)) {
            assign(target(name), value);
        } else {
            writable(name, variable).setValue(value);
        }
    }

    private static Variable writable(String name, Variable variable) {
        if (variable.is(Attribute.READ_ONLY)) {
            throw new ReadOnlyException(name);
        }
        return variable;
    }

    /** The variable of a name, to be changed; it is made if there is none. */
    public Variable getWritable(String name) {
        String target = target(name);
        return writable(target, getDirectly(target));
    }

    /** Removes a variable; in its scope it stays local. */
    public void unset(String name) {
        Variable variable = byName.get(name);
        if (variable != null) {
            writable(name, variable);
            byName.remove(name);
        }
    }

    /** Begins a scope. */
    public void enterScope() {
        scopes.push(new HashMap<>());
    }

    /** Ends the innermost scope: what it hid is back. */
    public void leaveScope() {
        scopes.pop().forEach(this::restore);
    }

    private void restore(String name, Hidden hidden) {
        if (hidden.variable() == null) {
            byName.remove(name);
        } else {
            byName.put(name, hidden.variable());
        }
    }

    /** The variable of a name in the innermost scope; a new one hides what was there. */
    public Variable declareLocal(String name) {
        Map<String, Hidden> scope = scopes.element();
        Variable current = byName.get(name);
        if (scope.containsKey(name)) {
            return current == null ? getDirectly(name) : current;
        }
        if (current != null && current.is(Attribute.READ_ONLY)) {
            throw new ReadOnlyException(name);
        }
        scope.put(name, new Hidden(current));
        byName.remove(name);
        return getDirectly(name);
    }

    /** Puts a variable into the innermost scope; it hides what was there. */
    public void declareLocal(String name, Variable variable) {
        declareLocal(name);
        byName.put(name, variable);
    }

    /** Whether a name is one of the innermost scope's. */
    public boolean isLocal(String name) {
        Map<String, Hidden> scope = scopes.peek();
        return scope != null && scope.containsKey(name);
    }

    /**
     * Does nothing if a variable may be changed.
     *
     * @throws ReadOnlyException if it may not
     */
    public void checkWritable(String name, Variable variable) {
        writable(name, variable);
    }

    /** The variable of a name outside of all scopes; it is made if there is none. */
    public Variable getGlobal(String name) {
        Map<String, Hidden> outermost = null;
        for (Map<String, Hidden> scope : scopes) {
            if (scope.containsKey(name)) {
                outermost = scope;
            }
        }
        if (outermost == null) {
            return getDirectly(name);
        }
        Hidden hidden = outermost.get(name);
        Variable variable = hidden == null ? null : hidden.variable();
        if (variable == null) {
            variable = new Variable();
            outermost.put(name, new Hidden(variable));
        }
        return variable;
    }

    /** The names that begin with a text, sorted. */
    public Collection<String> names(String prefix) {
        Collection<String> names = new TreeSet<>();
        byName.forEach((name, variable) -> {
            if (name.startsWith(prefix) && variable.isSet()) {
                names.add(name);
            }
        });
        return names;
    }

    /** All variables by name, sorted. */
    public Map<String, Variable> all() {
        return new TreeMap<>(byName);
    }

    /** What other programs get to see. */
    public Map<String, String> exported() {
        Map<String, String> environment = new HashMap<>();
        byName.forEach((name, variable) -> {
            if (variable.is(Attribute.EXPORTED) && !variable.isArray()) {
                String value = variable.value();
                if (value != null) {
                    environment.put(name, value);
                }
            }
        });
        return environment;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A package of CUE's own library: its members by name. */
public abstract class StandardPackage {
    private final Map<String, Member> members = new HashMap<>();

    StandardPackage() {}

    /** What a name stands for. */
    public final Optional<Member> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** All names, in order. */
    public final Set<String> names() {
        return new TreeSet<>(members.keySet());
    }

    /** A test without side effects. */
    interface Test {
        boolean holds(Arguments arguments);
    }

    final void function(String name, Member.Function.Body body, Parameter... parameters) {
        function(name, 0, body, parameters);
    }

    /** A function whose last parameters may be left out. */
    final void function(String name, int optional, Member.Function.Body body, Parameter... parameters) {
        members.put(name, new Member.Function(name, Arrays.asList(parameters), optional, false, 0, body));
    }

    /** A function that may stand as a constraint on its first argument. */
    final void check(String name, Test test, Parameter... parameters) {
        members.put(
                name,
                new Member.Function(
                        name,
                        Arrays.asList(parameters),
                        0,
                        true,
                        0,
                        a -> a.make().of(test.holds(a))));
    }

    final void rearrangement(String name, Member.Rearrangement.Choice choice, Parameter... parameters) {
        members.put(name, new Member.Rearrangement(name, Arrays.asList(parameters), choice));
    }

    final void comparer(String name, Member.Comparer.Order order) {
        members.put(name, new Member.Comparer(order));
    }

    final void constant(String name, Member.Constant.Content content) {
        members.put(name, new Member.Constant(content));
    }

    final void constant(String name, String value) {
        constant(name, make -> make.of(value));
    }

    final void constant(String name, long value) {
        constant(name, make -> make.of(value));
    }

    /** A struct of constants. */
    final void constants(String name, Map<String, String> values) {
        constant(name, make -> {
            Map<String, Value> fields = new java.util.LinkedHashMap<>();
            values.forEach((key, value) -> fields.put(key, make.of(value)));
            return make.struct(fields);
        });
    }

    static List<Value> values(Value list) {
        return ((Value.ListValue) list).elements();
    }
}

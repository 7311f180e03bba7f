// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Value;
import java.util.Map;

/** The operator {@code ==} on finished values: int and float are equal by value, but not inside lists and structs. */
final class Same {
    private Same() {}

    static boolean test(Value a, Value b) {
        if (a instanceof Value.Num x && b instanceof Value.Num y) {
            return x.value().compareTo(y.value()) == 0;
        }
        return inside(a, b);
    }

    private static boolean inside(Value a, Value b) {
        if (!a.kind().equals(b.kind())) {
            return false;
        }
        if (a instanceof Value.Bool x && b instanceof Value.Bool y) {
            return x.value() == y.value();
        }
        if (a instanceof Value.Num x && b instanceof Value.Num y) {
            return x.value().compareTo(y.value()) == 0;
        }
        if (a instanceof Value.Str x && b instanceof Value.Str y) {
            return x.value().equals(y.value());
        }
        if (a instanceof Value.Bytes x && b instanceof Value.Bytes y) {
            return x.value().equals(y.value());
        }
        if (a instanceof Value.ListValue x && b instanceof Value.ListValue y) {
            return lists(x, y);
        }
        return !(a instanceof Value.Struct x) || structs(x, (Value.Struct) b);
    }

    private static boolean lists(Value.ListValue a, Value.ListValue b) {
        if (a.elements().size() != b.elements().size()) {
            return false;
        }
        for (int i = 0; i < a.elements().size(); i++) {
            if (!inside(a.elements().get(i), b.elements().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean structs(Value.Struct a, Value.Struct b) {
        if (!a.fields().keySet().equals(b.fields().keySet())) {
            return false;
        }
        for (Map.Entry<String, Value.Field> field : a.fields().entrySet()) {
            Value.Field other = b.fields().get(field.getKey());
            if (other == null || !inside(field.getValue().value(), other.value())) {
                return false;
            }
        }
        return true;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.value;

import io.invowk.maven.diagnostic.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A finished, fully concrete CUE value: defaults taken, no hidden fields, definitions or optional fields. Each
 * value knows the places it comes from.
 */
public sealed interface Value {
    /** Where the value was written. */
    Origin origin();

    /** The kind in CUE's words: {@code null bool int float string bytes list struct}. */
    String kind();

    /** {@code null}. */
    record Null(Origin origin) implements Value {
        @Override
        public String kind() {
            return "null";
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value, Origin origin) implements Value {
        @Override
        public String kind() {
            return "bool";
        }
    }

    /**
     * An exact decimal number.
     *
     * @param value keeps the written scale
     * @param integer whether it is of kind int; {@code 1.0} is not
     */
    record Num(BigDecimal value, boolean integer, Origin origin) implements Value {
        @Override
        public String kind() {
            return integer ? "int" : "float";
        }
    }

    /** A string. */
    record Str(String value, Origin origin) implements Value {
        @Override
        public String kind() {
            return "string";
        }
    }

    /** A byte string; the array is not shared. */
    record Bytes(List<Byte> value, Origin origin) implements Value {
        public Bytes {
            value = List.copyOf(value);
        }

        @Override
        public String kind() {
            return "bytes";
        }
    }

    /** A list. */
    record ListValue(List<Value> elements, Origin origin) implements Value {
        public ListValue {
            elements = List.copyOf(elements);
        }

        @Override
        public String kind() {
            return "list";
        }
    }

    /**
     * A struct.
     *
     * @param fields in output order
     */
    record Struct(Map<String, Field> fields, Origin origin) implements Value {
        public Struct {
            fields = OrderedMap.copyOf(fields);
        }

        @Override
        public String kind() {
            return "struct";
        }
    }

    /**
     * One field of a struct.
     *
     * @param label where its label was written (first declaration)
     */
    record Field(Place label, Value value) {}
}

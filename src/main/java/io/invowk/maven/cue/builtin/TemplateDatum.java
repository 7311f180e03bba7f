// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Value;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A value inside a template. */
sealed interface TemplateDatum {
    /** What is not there, a field for example. */
    TemplateDatum MISSING = new Nothing(false);

    TemplateDatum NIL = new Nothing(true);

    /** The kind in CUE's words. */
    String kind();

    /** The name of its type, as the verb {@code %T} prints it. */
    String type();

    /** Whether {@code if} takes it as true: it is neither zero nor empty. */
    boolean truth();

    /** {@code null} and {@code nil}, or what is missing. */
    record Nothing(boolean known) implements TemplateDatum {
        @Override
        public String kind() {
            return known ? "null" : "missing value";
        }

        @Override
        public String type() {
            return "<nil>";
        }

        @Override
        public boolean truth() {
            return false;
        }
    }

    record Bool(boolean value) implements TemplateDatum {
        @Override
        public String kind() {
            return "bool";
        }

        @Override
        public String type() {
            return kind();
        }

        @Override
        public boolean truth() {
            return value;
        }
    }

    /** An int; those of the data and those that the template makes differ in the name of their type. */
    record Int(BigInteger value, String type) implements TemplateDatum {
        /** One that the template makes. */
        Int(long value) {
            this(BigInteger.valueOf(value), "int");
        }

        @Override
        public String kind() {
            return "int";
        }

        @Override
        public boolean truth() {
            return value.signum() != 0;
        }
    }

    record Real(double value) implements TemplateDatum {
        @Override
        public String kind() {
            return "float";
        }

        @Override
        public String type() {
            return "float64";
        }

        @Override
        public boolean truth() {
            return value != 0;
        }
    }

    record Text(String value) implements TemplateDatum {
        byte[] bytes() {
            return value.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String kind() {
            return "string";
        }

        @Override
        public String type() {
            return kind();
        }

        @Override
        public boolean truth() {
            return !value.isEmpty();
        }
    }

    record Raw(List<Byte> value) implements TemplateDatum {
        public Raw {
            value = List.copyOf(value);
        }

        byte[] bytes() {
            byte[] bytes = new byte[value.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = value.get(i);
            }
            return bytes;
        }

        @Override
        public String kind() {
            return "bytes";
        }

        @Override
        public String type() {
            return "[]uint8";
        }

        @Override
        public boolean truth() {
            return !value.isEmpty();
        }
    }

    record Items(List<TemplateDatum> elements) implements TemplateDatum {
        public Items {
            elements = List.copyOf(elements);
        }

        /** The bytes as ints. */
        Items(Raw of) {
            this(of.value().stream()
                    .map(b -> (TemplateDatum) new Int(BigInteger.valueOf(b & 0xff), "uint8"))
                    .toList());
        }

        @Override
        public String kind() {
            return "list";
        }

        @Override
        public String type() {
            return "[]interface {}";
        }

        @Override
        public boolean truth() {
            return !elements.isEmpty();
        }
    }

    /** A struct; its fields in the order of their names. */
    record Table(SortedMap<String, TemplateDatum> fields) implements TemplateDatum {
        public Table {
            fields = Collections.unmodifiableSortedMap(fields);
        }

        @Override
        public String kind() {
            return "struct";
        }

        @Override
        public String type() {
            return "map[string]interface {}";
        }

        @Override
        public boolean truth() {
            return !fields.isEmpty();
        }
    }

    static TemplateDatum of(Value value) {
        if (value instanceof Value.Bool bool) {
            return new Bool(bool.value());
        }
        if (value instanceof Value.Num num) {
            return number(num);
        }
        if (value instanceof Value.Str str) {
            return new Text(str.value());
        }
        if (value instanceof Value.Bytes bytes) {
            return new Raw(bytes.value());
        }
        if (value instanceof Value.ListValue list) {
            List<TemplateDatum> elements = new ArrayList<>(list.elements().size());
            list.elements().forEach(element -> elements.add(of(element)));
            return new Items(elements);
        }
        if (value instanceof Value.Struct struct) {
            SortedMap<String, TemplateDatum> fields = new TreeMap<>(ListOrder::bytewise);
            struct.fields().forEach((name, field) -> fields.put(name, of(field.value())));
            return new Table(fields);
        }
        return NIL;
    }

    private static TemplateDatum number(Value.Num num) {
        if (num.integer()) {
            BigInteger value = num.value().toBigIntegerExact();
            return new Int(value, value.bitLength() < Long.SIZE ? "int64" : "*big.Int");
        }
        double value = num.value().doubleValue();
        if (Double.isInfinite(value)) {
            throw new CallException(num.value() + " is beyond the range of a float64");
        }
        return new Real(value);
    }
}

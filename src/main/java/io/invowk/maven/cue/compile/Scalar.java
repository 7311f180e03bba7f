// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.compile;

import java.math.BigDecimal;
import java.util.Arrays;

/** A scalar without its place: null, bool, number, string, bytes or function. */
public sealed interface Scalar {
    /** The one kind of this scalar. */
    int kind();

    /** {@code null}. */
    record Null() implements Scalar {
        @Override
        public int kind() {
            return Kinds.NULL;
        }

        @Override
        public String toString() {
            return "null";
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements Scalar {
        @Override
        public int kind() {
            return Kinds.BOOL;
        }

        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    /**
     * An exact decimal number. Equal if kind and value are; the written scale does not count.
     *
     * @param integer whether it is of kind int
     */
    record Num(BigDecimal value, boolean integer) implements Scalar {
        @Override
        public int kind() {
            return integer ? Kinds.INT : Kinds.FLOAT;
        }

        /** The int with this value. */
        public static Num of(long value) {
            return new Num(BigDecimal.valueOf(value), true);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Num num && integer == num.integer && value.compareTo(num.value) == 0;
        }

        @Override
        public int hashCode() {
            return value.stripTrailingZeros().hashCode();
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** A string. */
    record Str(String value) implements Scalar {
        @Override
        public int kind() {
            return Kinds.STRING;
        }

        @Override
        public String toString() {
            return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
        }
    }

    /**
     * A function that is not called.
     *
     * @param path of its package; empty for a predeclared one
     */
    record Callable(String path, String name) implements Scalar {
        @Override
        public int kind() {
            return Kinds.FUNCTION;
        }

        @Override
        public String toString() {
            return path.isEmpty() ? name : path + "." + name;
        }
    }

    /** A byte string, compared by content; nobody changes the array. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] value) implements Scalar {
        @Override
        public int kind() {
            return Kinds.BYTES;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }

        @Override
        public String toString() {
            return "bytes of length " + value.length;
        }
    }
}

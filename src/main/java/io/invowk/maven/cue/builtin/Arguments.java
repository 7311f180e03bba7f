// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Origin;
import io.invowk.maven.cue.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of one call, already of the kinds that the parameters ask for.
 */
public final class Arguments {
    private final List<Object> all;
    private final Values make;

    /**
     * Takes the arguments.
     *
     * @param all each a {@link Value}, or what its parameter takes instead: a {@link Shape},
     *     a {@link Schema} or a list of {@link Element}s
     * @param origin of the result
     */
    public Arguments(List<Object> all, Origin origin) {
        this.all = List.copyOf(all);
        this.make = new Values(origin);
    }

    /** Makes the result. */
    Values make() {
        return make;
    }

    int count() {
        return all.size();
    }

    Value value(int i) {
        return (Value) all.get(i);
    }

    Shape shape(int i) {
        return (Shape) all.get(i);
    }

    @SuppressWarnings("unchecked")
    List<Element> elements(int i) {
        return (List<Element>) all.get(i);
    }

    Schema schema(int i) {
        return (Schema) all.get(i);
    }

    boolean bool(int i) {
        return ((Value.Bool) all.get(i)).value();
    }

    String string(int i) {
        return ((Value.Str) all.get(i)).value();
    }

    /** The bytes of a string or bytes. */
    byte[] data(int i) {
        return Values.data(value(i));
    }

    /** The text of a string or bytes. */
    String text(int i) {
        Value value = value(i);
        return value instanceof Value.Str str ? str.value() : Values.text(Values.data(value));
    }

    BigDecimal number(int i) {
        return ((Value.Num) all.get(i)).value();
    }

    /** A number as an IEEE double. */
    double binary(int i) {
        double value = number(i).doubleValue();
        if (Double.isInfinite(value)) {
            throw new CallException(number(i) + " is beyond the range of a float64");
        }
        return value;
    }

    BigInteger integer(int i) {
        return number(i).toBigIntegerExact();
    }

    /** An int that fits 64 bits. */
    long wide(int i) {
        BigInteger value = integer(i);
        if (value.bitLength() >= Long.SIZE) {
            throw new CallException(value + " is out of range");
        }
        return value.longValue();
    }

    /** An int that fits 32 bits. */
    int small(int i) {
        BigInteger value = integer(i);
        if (value.bitLength() >= Integer.SIZE) {
            throw new CallException(value + " is out of range");
        }
        return value.intValue();
    }

    /** An int that is not negative. */
    int count(int i) {
        int value = small(i);
        if (value < 0) {
            throw new CallException(value + " is negative");
        }
        return value;
    }

    List<Value> list(int i) {
        return ((Value.ListValue) all.get(i)).elements();
    }

    /** A list of which each element must be a string. */
    List<String> strings(int i) {
        List<String> strings = new ArrayList<>();
        for (Value element : list(i)) {
            if (!(element instanceof Value.Str str)) {
                throw new CallException("each element must be a string, not " + element.kind());
            }
            strings.add(str.value());
        }
        return strings;
    }

    /** A list of which each element must be a number. */
    List<BigDecimal> numbers(int i) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (Value element : list(i)) {
            if (!(element instanceof Value.Num num)) {
                throw new CallException("each element must be a number, not " + element.kind());
            }
            numbers.add(num.value());
        }
        return numbers;
    }
}

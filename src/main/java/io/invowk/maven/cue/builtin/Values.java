// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Origin;
import io.invowk.maven.cue.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes values that come from one place. */
public final class Values {
    private static final int DOUBLE_DIGITS = 17;

    private final Origin origin;

    public Values(Origin origin) {
        this.origin = origin;
    }

    Value nothing() {
        return new Value.Null(origin);
    }

    Value of(boolean value) {
        return new Value.Bool(value, origin);
    }

    /** A string. */
    public Value of(String value) {
        return new Value.Str(value, origin);
    }

    Value of(byte[] value) {
        List<Byte> list = new ArrayList<>(value.length);
        for (byte b : value) {
            list.add(b);
        }
        return new Value.Bytes(list, origin);
    }

    /** An int. */
    public Value of(long value) {
        return of(BigInteger.valueOf(value));
    }

    Value of(BigInteger value) {
        return new Value.Num(new BigDecimal(value), true, origin);
    }

    /** A number as it is written. */
    Value number(BigDecimal value, boolean integer) {
        return new Value.Num(value, integer, origin);
    }

    /** A decimal that is an int if it is integral. */
    Value decimal(BigDecimal value) {
        boolean integer = value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
        return new Value.Num(integer ? value.setScale(0, RoundingMode.UNNECESSARY) : value, integer, origin);
    }

    /** A float of binary precision with as few digits as tell it from its neighbours. */
    Value binary(double value) {
        return new Value.Num(shortest(value), false, origin);
    }

    static BigDecimal shortest(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new CallException("the result is not a finite number");
        }
        if (value == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < DOUBLE_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(DOUBLE_DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
    }

    Value list(List<Value> elements) {
        return new Value.ListValue(elements, origin);
    }

    Value strings(List<String> elements) {
        List<Value> values = new ArrayList<>(elements.size());
        for (String element : elements) {
            values.add(of(element));
        }
        return list(values);
    }

    Value struct(Map<String, Value> fields) {
        Map<String, Value.Field> placed = new LinkedHashMap<>();
        for (Map.Entry<String, Value> field : fields.entrySet()) {
            placed.put(field.getKey(), new Value.Field(origin.place(), field.getValue()));
        }
        return new Value.Struct(placed, origin);
    }

    /** The bytes of a string, in UTF-8, or of bytes. */
    public static byte[] data(Value value) {
        if (value instanceof Value.Bytes bytes) {
            byte[] result = new byte[bytes.value().size()];
            for (int i = 0; i < result.length; i++) {
                result[i] = bytes.value().get(i);
            }
            return result;
        }
        return ((Value.Str) value).value().getBytes(StandardCharsets.UTF_8);
    }

    /** Bytes as a string; each run of bytes that are not UTF-8 becomes one U+FFFD. */
    public static String text(byte[] value) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(value);
        CharBuffer text = CharBuffer.allocate(value.length);
        int replaced = -1;
        CoderResult result = decoder.decode(bytes, text, true);
        while (result.isMalformed()) {
            if (bytes.position() != replaced) {
                text.put('\uFFFD');
            }
            bytes.position(bytes.position() + result.length());
            replaced = bytes.position();
            result = decoder.decode(bytes, text, true);
        }
        return text.flip().toString();
    }
}

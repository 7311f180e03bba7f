// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.INT;

import java.math.BigInteger;

/** The package {@code math/bits}: unlimited ints in two's complement. */
final class BitsPackage extends StandardPackage {
    private static final int MAX_SHIFT = 1_000_000;

    BitsPackage() {
        function("And", a -> a.make().of(a.integer(0).and(a.integer(1))), INT, INT);
        function("Or", a -> a.make().of(a.integer(0).or(a.integer(1))), INT, INT);
        function("Xor", a -> a.make().of(a.integer(0).xor(a.integer(1))), INT, INT);
        function("Clear", a -> a.make().of(a.integer(0).andNot(a.integer(1))), INT, INT);
        function("Lsh", a -> a.make().of(a.integer(0).shiftLeft(shift(a))), INT, INT);
        function("Rsh", a -> a.make().of(a.integer(0).shiftRight(a.count(1))), INT, INT);
        function("At", a -> a.make().of(a.integer(0).testBit(a.count(1)) ? 1 : 0), INT, INT);
        function("Set", a -> a.make().of(set(a)), INT, INT, INT);
        function("OnesCount", a -> a.make().of(a.integer(0).abs().bitCount()), INT);
        function("Len", a -> a.make().of(a.integer(0).abs().bitLength()), INT);
    }

    private static int shift(Arguments a) {
        if (a.count(1) > MAX_SHIFT) {
            throw CallException.arithmetic("a shift by more than " + MAX_SHIFT + " bits");
        }
        return a.count(1);
    }

    private static BigInteger set(Arguments a) {
        int bit = a.small(2);
        if (bit != 0 && bit != 1) {
            throw new CallException("a bit is 0 or 1, not " + bit);
        }
        return bit == 1 ? a.integer(0).setBit(shift(a)) : a.integer(0).clearBit(shift(a));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Value;
import java.math.BigInteger;

/**
 * An address with the length of its network's prefix.
 *
 * @param length of the prefix, in bits
 */
record IpNetwork(IpAddress address, int length) {
    static IpNetwork of(Value value) {
        if (value instanceof Value.Str str) {
            return parse(str.value());
        }
        throw new CallException("a value of kind " + value.kind() + " is no network");
    }

    static IpNetwork parse(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 0) {
            throw new CallException("\"" + text + "\" has no prefix length");
        }
        IpAddress address = IpAddress.parse(text.substring(0, slash));
        String length = text.substring(slash + 1);
        boolean valid = length.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(length) <= address.bits();
        if (!valid || !address.zone().isEmpty()) {
            throw new CallException("\"" + text + "\" is no network");
        }
        return new IpNetwork(address, Integer.parseInt(length));
    }

    private IpAddress with(BigInteger value) {
        return new IpAddress(value, address.bits(), "");
    }

    private BigInteger hostMask() {
        return BigInteger.ONE.shiftLeft(address.bits() - length).subtract(BigInteger.ONE);
    }

    IpAddress mask() {
        return with(BigInteger.ONE
                .shiftLeft(address.bits())
                .subtract(BigInteger.ONE)
                .andNot(hostMask()));
    }

    IpAddress first() {
        return with(address.value().andNot(hostMask()));
    }

    IpAddress last() {
        return with(address.value().or(hostMask()));
    }

    boolean contains(IpAddress other) {
        return other.bits() == address.bits()
                && other.value().andNot(hostMask()).equals(first().value());
    }

    /** The network of the same size some networks further. */
    IpNetwork further(BigInteger networks) {
        return new IpNetwork(address.plus(networks.shiftLeft(address.bits() - length)), length);
    }

    @Override
    public String toString() {
        return address + "/" + length;
    }
}

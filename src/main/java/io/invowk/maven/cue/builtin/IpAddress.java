// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An address of version 4 or 6.
 *
 * @param bits 32 or 128
 * @param zone of a version 6 address, empty if none
 */
record IpAddress(BigInteger value, int bits, String zone) implements Comparable<IpAddress> {
    static final int BITS_4 = 32;
    static final int BITS_6 = 128;
    private static final BigInteger MAPPED = BigInteger.valueOf(0xffff);

    /** The address that a text or a list of 4 or 16 bytes stands for. */
    static IpAddress of(Value value) {
        if (value instanceof Value.Str str) {
            return parse(str.value());
        }
        if (value instanceof Value.Bytes data) {
            return ofBytes(Values.data(data));
        }
        if (value instanceof Value.ListValue list) {
            byte[] bytes = new byte[list.elements().size()];
            for (int i = 0; i < bytes.length; i++) {
                if (!(list.elements().get(i) instanceof Value.Num num)
                        || !num.integer()
                        || num.value().signum() < 0
                        || num.value().intValue() > 0xff) {
                    throw new CallException("an address is made of bytes");
                }
                bytes[i] = num.value().byteValue();
            }
            return ofBytes(bytes);
        }
        throw new CallException("a value of kind " + value.kind() + " is no address");
    }

    private static IpAddress ofBytes(byte[] bytes) {
        if (bytes.length * 8 != BITS_4 && bytes.length * 8 != BITS_6) {
            throw new CallException("an address has 4 or 16 bytes, not " + bytes.length);
        }
        return new IpAddress(new BigInteger(1, bytes), bytes.length * 8, "");
    }

    static IpAddress parse(String text) {
        return text.contains(":") ? parse6(text) : new IpAddress(parse4(text, text), BITS_4, "");
    }

    private static CallException wrong(String text) {
        return new CallException("\"" + text + "\" is no IP address");
    }

    private static BigInteger parse4(String text, String whole) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            throw wrong(whole);
        }
        BigInteger value = BigInteger.ZERO;
        for (String part : parts) {
            if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 0xff) {
                throw wrong(whole);
            }
            value = value.shiftLeft(8).add(new BigInteger(part));
        }
        return value;
    }

    private static IpAddress parse6(String whole) {
        int percent = whole.indexOf('%');
        String zone = percent < 0 ? "" : whole.substring(percent + 1);
        if (percent >= 0 && zone.isEmpty()) {
            throw wrong(whole);
        }
        String text = percent < 0 ? whole : whole.substring(0, percent);
        int gap = text.indexOf("::");
        List<Integer> left = groups(gap < 0 ? text : text.substring(0, gap), whole, gap < 0);
        List<Integer> right = gap < 0 ? List.of() : groups(text.substring(gap + 2), whole, true);
        int missing = 8 - left.size() - right.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            throw wrong(whole);
        }
        List<Integer> all = new ArrayList<>(left);
        for (int i = 0; i < missing; i++) {
            all.add(0);
        }
        all.addAll(right);
        BigInteger value = BigInteger.ZERO;
        for (int group : all) {
            value = value.shiftLeft(16).add(BigInteger.valueOf(group));
        }
        return new IpAddress(value, BITS_6, zone);
    }

    private static List<Integer> groups(String text, String whole, boolean mayEndIn4) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return groups;
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (mayEndIn4 && i == parts.length - 1 && parts[i].contains(".")) {
                int low = parse4(parts[i], whole).intValue();
                groups.add(low >>> 16);
                groups.add(low & 0xffff);
            } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
                groups.add(Integer.parseInt(parts[i], 16));
            } else {
                throw wrong(whole);
            }
        }
        return groups;
    }

    byte[] bytes() {
        byte[] bytes = new byte[bits / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = value.shiftRight(bits - 8 * (i + 1)).byteValue();
        }
        return bytes;
    }

    /** Whether it is a version 4 address in the form of version 6. */
    private boolean isMapped() {
        return bits == BITS_6 && value.shiftRight(BITS_4).equals(MAPPED);
    }

    IpAddress to4() {
        if (bits == BITS_4) {
            return this;
        }
        if (!isMapped()) {
            throw new CallException(this + " is no version 4 address");
        }
        return new IpAddress(value.and(BigInteger.valueOf(0xffffffffL)), BITS_4, "");
    }

    IpAddress to16() {
        return bits == BITS_6 ? this : new IpAddress(MAPPED.shiftLeft(BITS_4).add(value), BITS_6, "");
    }

    IpAddress plus(BigInteger steps) {
        BigInteger sum = value.add(steps);
        if (sum.signum() < 0) {
            throw new CallException("the result is before the first address");
        }
        if (sum.bitLength() > bits) {
            throw CallException.arithmetic("the result is behind the last address");
        }
        return new IpAddress(sum, bits, zone);
    }

    private int top(int count) {
        return value.shiftRight(bits - count).intValue();
    }

    private IpAddress plain() {
        return isMapped() ? to4() : this;
    }

    boolean isLoopback() {
        IpAddress a = plain();
        return a.bits == BITS_4 ? a.top(8) == 127 : a.value.equals(BigInteger.ONE);
    }

    boolean isMulticast() {
        IpAddress a = plain();
        return a.bits == BITS_4 ? a.top(4) == 0xe : a.top(8) == 0xff;
    }

    boolean isInterfaceLocalMulticast() {
        IpAddress a = plain();
        return a.bits == BITS_6 && (a.top(16) & 0xff0f) == 0xff01;
    }

    boolean isLinkLocalMulticast() {
        IpAddress a = plain();
        return a.bits == BITS_4 ? a.top(24) == 0xe00000 : (a.top(16) & 0xff0f) == 0xff02;
    }

    boolean isLinkLocalUnicast() {
        IpAddress a = plain();
        return a.bits == BITS_4 ? a.top(16) == 0xa9fe : a.top(10) == 0xfe80 >> 6;
    }

    boolean isUnspecified() {
        return value.signum() == 0;
    }

    boolean isGlobalUnicast() {
        IpAddress a = plain();
        boolean broadcast = a.bits == BITS_4 && a.value.bitCount() == BITS_4;
        return !broadcast && !isUnspecified() && !isLoopback() && !isMulticast() && !isLinkLocalUnicast();
    }

    @Override
    public int compareTo(IpAddress other) {
        if (bits != other.bits) {
            return Integer.compare(bits, other.bits);
        }
        int order = value.compareTo(other.value);
        return order != 0 ? order : Integer.signum(zone.compareTo(other.zone));
    }

    @Override
    public String toString() {
        if (bits == BITS_4) {
            byte[] b = bytes();
            return (b[0] & 0xff) + "." + (b[1] & 0xff) + "." + (b[2] & 0xff) + "." + (b[3] & 0xff);
        }
        String text = isMapped() ? "::ffff:" + to4() : compressed();
        return zone.isEmpty() ? text : text + "%" + zone;
    }

    /** The longest run of two or more zero groups, the first of equal ones, becomes two colons (RFC 5952). */
    private String compressed() {
        int[] groups = new int[8];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = value.shiftRight(BITS_6 - 16 * (i + 1)).intValue() & 0xffff;
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < groups.length; i++) {
            int run = 0;
            while (i + run < groups.length && groups[i + run] == 0) {
                run++;
            }
            if (run > length) {
                start = i;
                length = run;
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < groups.length; i++) {
            if (i == start) {
                out.append("::");
                i += length - 1;
                continue;
            }
            if (!out.isEmpty() && out.charAt(out.length() - 1) != ':') {
                out.append(':');
            }
            out.append(Integer.toHexString(groups[i]).toLowerCase(Locale.ROOT));
        }
        return out.toString();
    }
}

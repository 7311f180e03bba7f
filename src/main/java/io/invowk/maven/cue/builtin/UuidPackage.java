// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.DATA;
import static io.invowk.maven.cue.builtin.Parameter.INT;
import static io.invowk.maven.cue.builtin.Parameter.STRING;

import io.invowk.maven.cue.value.Value;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The package {@code uuid} (RFC 4122). */
final class UuidPackage extends StandardPackage {
    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final int DENSE = 32;
    private static final int BITS = 128;

    UuidPackage() {
        check("Valid", UuidPackage::valid, STRING);
        function("Parse", a -> a.make().of(parse(a.string(0)).toString()), STRING);
        function("ToString", a -> a.make().of(parse(a.string(0)).toString()), STRING);
        function("URN", a -> a.make().of("urn:uuid:" + parse(a.string(0))), STRING);
        function("ToInt", a -> a.make().of(number(a.string(0))), STRING);
        function("FromInt", UuidPackage::fromInt, INT);
        function("Version", a -> a.make().of(parse(a.string(0)).version()), STRING);
        function("Variant", a -> a.make().of(variant(parse(a.string(0)))), STRING);
        function("SHA1", a -> named(a, "SHA-1", 5), STRING, DATA);
        function("MD5", a -> named(a, "MD5", 3), STRING, DATA);
        Map<String, String> spaces = new LinkedHashMap<>();
        spaces.put("DNS", "6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        spaces.put("URL", "6ba7b811-9dad-11d1-80b4-00c04fd430c8");
        spaces.put("OID", "6ba7b812-9dad-11d1-80b4-00c04fd430c8");
        spaces.put("X500", "6ba7b814-9dad-11d1-80b4-00c04fd430c8");
        spaces.put("Nil", "00000000-0000-0000-0000-000000000000");
        constants("ns", spaces);
    }

    private static boolean valid(Arguments a) {
        parse(a.string(0));
        return true;
    }

    /** Reads the usual form, also in braces, after {@code urn:uuid:}, or without hyphens. */
    private static UUID parse(String text) {
        String form = text;
        if (form.toLowerCase(Locale.ROOT).startsWith("urn:uuid:")) {
            form = form.substring("urn:uuid:".length());
        } else if (form.startsWith("{") && form.endsWith("}")) {
            form = form.substring(1, form.length() - 1);
        } else if (form.length() == DENSE) {
            form = form.substring(0, 8)
                    + '-'
                    + form.substring(8, 12)
                    + '-'
                    + form.substring(12, 16)
                    + '-'
                    + form.substring(16, 20)
                    + '-'
                    + form.substring(20);
        }
        if (!FORM.matcher(form).matches()) {
            throw new CallException("\"" + text + "\" is no UUID");
        }
        return UUID.fromString(form);
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    /** The bytes of the text as one number: what the reference implementation gives. */
    private static BigInteger number(String text) {
        return new BigInteger(1, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Value fromInt(Arguments a) {
        BigInteger value = a.integer(0);
        if (value.signum() < 0 || value.bitLength() > BITS) {
            throw new CallException(value + " has more than " + BITS + " bits");
        }
        return a.make().of(new UUID(value.shiftRight(64).longValue(), value.longValue()).toString());
    }

    /** 0 invalid, 1 RFC 4122, 2 reserved, 3 Microsoft, 4 future. */
    private static int variant(UUID uuid) {
        return switch (uuid.variant()) {
            case 2 -> 1;
            case 0 -> 2;
            case 6 -> 3;
            default -> 4;
        };
    }

    private static Value named(Arguments a, String algorithm, int version) {
        byte[] space = bytes(parse(a.string(0)));
        byte[] data = ByteBuffer.allocate(space.length + a.data(1).length)
                .put(space)
                .put(a.data(1))
                .array();
        byte[] digest = DigestPackages.sum(algorithm, data);
        digest[6] = (byte) ((digest[6] & 0x0f) | (version << 4));
        digest[8] = (byte) ((digest[8] & 0x3f) | 0x80);
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        return a.make().of(new UUID(bytes.getLong(), bytes.getLong()).toString());
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names by content (NIST FIPS 180-4, SHA-256). */
final class Sha256 {
    private static final int NAME_DIGITS = 16;

    private Sha256() {}

    /** A digest to be fed. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The 16 hexadecimal digits that name what a digest was fed with. */
    static String name(MessageDigest fed) {
        return HexFormat.of().formatHex(fed.digest()).substring(0, NAME_DIGITS);
    }

    /** The 16 hexadecimal digits that name some bytes. */
    static String name(byte[] bytes) {
        MessageDigest digest = digest();
        digest.update(bytes);
        return name(digest);
    }
}

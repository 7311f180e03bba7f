// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.DATA;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The packages {@code crypto/md5}, {@code sha1}, {@code sha256} and {@code sha512}: digests are bytes. */
final class DigestPackages extends StandardPackage {
    private DigestPackages() {}

    static DigestPackages md5() {
        return new DigestPackages().sized(16, 64).digest("Sum", "MD5");
    }

    static DigestPackages sha1() {
        return new DigestPackages().sized(20, 64).digest("Sum", "SHA-1");
    }

    static DigestPackages sha256() {
        DigestPackages made = new DigestPackages().sized(32, 64);
        made.constant("Size224", 28);
        return made.digest("Sum256", "SHA-256").digest("Sum224", "SHA-224");
    }

    static DigestPackages sha512() {
        DigestPackages made = new DigestPackages().sized(64, 128);
        made.constant("Size224", 28);
        made.constant("Size256", 32);
        made.constant("Size384", 48);
        return made.digest("Sum512", "SHA-512")
                .digest("Sum384", "SHA-384")
                .digest("Sum512_224", "SHA-512/224")
                .digest("Sum512_256", "SHA-512/256");
    }

    private DigestPackages sized(int size, int block) {
        constant("Size", size);
        constant("BlockSize", block);
        return this;
    }

    private DigestPackages digest(String name, String algorithm) {
        function(name, a -> a.make().of(sum(algorithm, a.data(0))), DATA);
        return this;
    }

    static byte[] sum(String algorithm, byte[] data) {
        try {
            return MessageDigest.getInstance(algorithm).digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw CallException.unsupported("the digest " + algorithm + " on this Java");
        }
    }
}

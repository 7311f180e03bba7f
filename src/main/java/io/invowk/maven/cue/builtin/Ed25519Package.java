// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.DATA;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** The package {@code crypto/ed25519}. */
final class Ed25519Package extends StandardPackage {
    private static final int KEY_BYTES = 32;
    /** What stands before the 32 bytes of a key in its X.509 form (RFC 8410). */
    private static final String X509 = "302a300506032b6570032100";

    Ed25519Package() {
        constant("PublicKeySize", KEY_BYTES);
        check("Valid", a -> valid(a.data(0), a.data(1), a.data(2)), DATA, DATA, DATA);
    }

    private static boolean valid(byte[] key, byte[] message, byte[] signature) {
        if (key.length != KEY_BYTES) {
            throw new CallException("a public key has " + KEY_BYTES + " bytes, not " + key.length);
        }
        byte[] encoded = HexFormat.of().parseHex(X509 + HexFormat.of().formatHex(key));
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}

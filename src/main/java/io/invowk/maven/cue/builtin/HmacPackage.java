// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.DATA;
import static io.invowk.maven.cue.builtin.Parameter.STRING;

import io.invowk.maven.cue.value.Value;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The package {@code crypto/hmac}. */
final class HmacPackage extends StandardPackage {
    private static final List<String> NAMES =
            List.of("MD5", "SHA1", "SHA224", "SHA256", "SHA384", "SHA512", "SHA512_224", "SHA512_256");

    HmacPackage() {
        NAMES.forEach(name -> constant(name, name));
        function("Sign", HmacPackage::sign, STRING, DATA, DATA);
    }

    private static Value sign(Arguments a) {
        String name = a.string(0);
        if (!NAMES.contains(name)) {
            throw new CallException("unknown hash function \"" + name + "\"");
        }
        String algorithm = "Hmac" + name.replace('_', '/');
        byte[] key = a.data(1);
        try {
            Mac mac = Mac.getInstance(algorithm);
            // an empty key is the same as one of zeros, which the library accepts
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
            return a.make().of(mac.doFinal(a.data(2)));
        } catch (GeneralSecurityException e) {
            throw CallException.unsupported("the function " + algorithm + " on this Java");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.ANY;
import static io.invowk.maven.cue.builtin.Parameter.DATA;
import static io.invowk.maven.cue.builtin.Parameter.INT;

import io.invowk.maven.cue.value.Value;
import java.util.Base64;

/** The package {@code encoding/base64}; the first argument, an encoding, must be null. */
final class Base64Package extends StandardPackage {
    Base64Package() {
        function(
                "Encode",
                a -> a.make().of(Base64.getEncoder().encodeToString(standard(a).data(1))),
                ANY,
                DATA);
        function("Decode", a -> a.make().of(decode(standard(a).text(1))), ANY, DATA);
        function("EncodedLen", a -> a.make().of((standard(a).wide(1) + 2) / 3 * 4), ANY, INT);
        function("DecodedLen", a -> a.make().of(standard(a).wide(1) / 4 * 3), ANY, INT);
    }

    private static Arguments standard(Arguments a) {
        if (!(a.value(0) instanceof Value.Null)) {
            throw new CallException(
                    "the encoding must be null, not " + a.value(0).kind());
        }
        return a;
    }

    private static byte[] decode(String text) {
        String data = text.replace("\r", "").replace("\n", "");
        try {
            byte[] decoded = Base64.getDecoder().decode(data);
            if (data.length() % 4 == 0) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new CallException("not a base64 text");
    }
}

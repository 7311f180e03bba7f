// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cuefile.TextRule;
import io.invowk.maven.diagnostic.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a container image: {@code name}, {@code host:5000/ns/name:tag}, {@code name@sha256:...}. */
final class ImageName implements TextRule {
    private static final int MAX_BYTES = 512;
    private static final Pattern FORM = Pattern.compile(
            "[a-zA-Z0-9](?:[a-zA-Z0-9._:/-]*[a-zA-Z0-9])?" + "(?::[a-zA-Z0-9._-]+)?(?:@sha256:[a-fA-F0-9]{64})?");

    @Override
    public Optional<String> problem(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            return Optional.of("\"image\" has " + bytes + " bytes, more than " + MAX_BYTES);
        }
        return ShellCharacters.found(text)
                .map(why -> "image " + Quoted.of(text) + " " + why)
                .or(() -> form(text));
    }

    private static Optional<String> form(String text) {
        if (FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(Quoted.of(text) + " is no name of an image");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cuefile.TextRule;
import io.invowk.maven.diagnostic.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path of a containerfile: relative, below the directory of the invkfile, with a last part that is a file name on
 * every system.
 */
final class ContainerfilePath implements TextRule {
    static final int MAX_BYTES = 4096;
    static final int MAX_NAME_BYTES = 255;
    private static final Pattern DEVICE = Pattern.compile("(?:CON|PRN|AUX|NUL|(?:COM|LPT)[1-9])");

    @Override
    public Optional<String> problem(String path) {
        int bytes = path.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            return Optional.of("\"containerfile\" has " + bytes + " bytes, more than " + MAX_BYTES);
        }
        if (RelativePath.isAbsolute(path)) {
            return Optional.of("containerfile " + Quoted.of(path) + " is an absolute path, not one below the invkfile");
        }
        List<String> parts = RelativePath.normalised(path);
        if (parts.isEmpty()) {
            return Optional.of("containerfile " + Quoted.of(path) + " is a directory");
        }
        return nameProblem(parts.get(parts.size() - 1))
                .map(problem -> "containerfile " + Quoted.of(path) + " " + problem);
    }

    private static Optional<String> nameProblem(String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_NAME_BYTES) {
            return Optional.of("ends in a name of " + bytes + " bytes, more than " + MAX_NAME_BYTES);
        }
        Optional<String> forbidden = name.chars()
                .filter(c -> c < ' ' || "<>:\"|?*".indexOf(c) >= 0)
                .mapToObj(Character::toString)
                .findFirst();
        if (forbidden.isPresent()) {
            return Optional.of("has the character " + Quoted.of(forbidden.get()) + ", which some systems refuse");
        }
        if (name.endsWith(" ") || name.endsWith(".")) {
            return Optional.of("ends in a space or a dot, which some systems refuse");
        }
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return DEVICE.matcher(stem.toUpperCase(Locale.ROOT)).matches()
                ? Optional.of("is the name of a device on Windows")
                : Optional.empty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cuefile.TextRule;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.Volume;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A volume: {@code host:container[:options]}. The host part is an absolute path, a path relative to the directory of the
 * invkfile, or the name of a volume; {@code c:/x} is a path with a drive.
 *
 * <p>Host paths that hold secrets or the kernel's own files are refused, whole path parts at a time and after {@code ..}
 * is resolved: {@code /dev} and {@code /a/../dev/sda}, but not {@code /developer}. Every {@code .ssh} directory is
 * refused, homes are not.
 */
final class VolumeMapping implements TextRule {
    static final int MAX_BYTES = 4096;
    private static final Pattern DRIVE_LETTER = Pattern.compile("[a-zA-Z]");
    private static final Set<String> OPTIONS =
            Set.of("ro", "rw", "z", "shared", "slave", "private", "rshared", "rslave", "rprivate", "nocopy", "copy");
    private static final List<String> SENSITIVE = List.of(
            "/etc/shadow",
            "/etc/shadow-",
            "/etc/passwd",
            "/etc/passwd-",
            "/etc/sudoers",
            "/etc/sudoers.d",
            "/etc/ssl/private",
            "/var/run/docker.sock",
            "/run/docker.sock",
            "/proc",
            "/sys",
            "/dev");

    @Override
    public Optional<String> problem(String text) {
        return whyNot(text).map(why -> "volume " + Quoted.of(text) + " " + why);
    }

    /** The parts of a well formed volume. */
    static Volume split(String text, Place origin) {
        List<String> pieces = pieces(text);
        return new Volume(pieces.get(0), pieces.get(1), pieces.size() > 2 ? pieces.get(2) : "", origin);
    }

    private static Optional<String> whyNot(String text) {
        if (text.isEmpty()) {
            return Optional.of("is empty");
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            return Optional.of("has " + bytes + " bytes, more than " + MAX_BYTES);
        }
        return ShellCharacters.found(text).or(() -> partsProblem(pieces(text)));
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>(Arrays.asList(text.split(":", -1)));
        if (pieces.size() > 1 && isDriveLetter(pieces.get(0))) {
            pieces.set(0, pieces.get(0) + ":" + pieces.remove(1));
        }
        return pieces;
    }

    private static boolean isDriveLetter(String piece) {
        return DRIVE_LETTER.matcher(piece).matches();
    }

    private static Optional<String> partsProblem(List<String> pieces) {
        if (pieces.size() == 1 && pieces.get(0).indexOf(':') == 1) {
            return Optional.of("has a host part of one letter, which is taken for a drive as in c:/x:/y");
        }
        if (pieces.size() < 2 || pieces.size() > 3) {
            return Optional.of("is not of the form host:container or host:container:options");
        }
        if (pieces.get(0).isEmpty()) {
            return Optional.of("has no host part");
        }
        if (!pieces.get(1).startsWith("/")) {
            return Optional.of(
                    "has the container part " + Quoted.of(pieces.get(1)) + ", which does not start with \"/\"");
        }
        Optional<String> option = pieces.size() < 3 ? Optional.empty() : unknownOption(pieces.get(2));
        return option.map(word -> "has the unknown option " + Quoted.of(word)).or(() -> sensitive(pieces.get(0)));
    }

    private static Optional<String> unknownOption(String options) {
        return Arrays.stream(options.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty() && !OPTIONS.contains(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static Optional<String> sensitive(String host) {
        List<String> parts = RelativePath.normalised(host.toLowerCase(Locale.ROOT));
        if (parts.contains(".ssh")) {
            return Optional.of("shares a directory of ssh keys");
        }
        String path = parts.stream().dropWhile(".."::equals).collect(Collectors.joining("/", "/", ""));
        return SENSITIVE.stream()
                .filter(place -> host.startsWith("/") && (path.equals(place) || path.startsWith(place + "/")))
                .findFirst()
                .map(place -> "shares " + place + " of the host, which is refused");
    }
}

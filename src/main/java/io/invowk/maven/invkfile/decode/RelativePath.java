// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Paths as an invkfile writes them, judged by their text alone, so that every host says the same. */
final class RelativePath {
    private static final Pattern DRIVE = Pattern.compile("[a-zA-Z]:[/\\\\].*", Pattern.DOTALL);

    private static final Pattern SLASHES = Pattern.compile("[/\\\\]");

    private RelativePath() {}

    /** Whether the path starts at a root, in Unix or in Windows notation. */
    static boolean isAbsolute(String path) {
        return path.startsWith("/")
                || path.startsWith("\\")
                || DRIVE.matcher(path).matches();
    }

    /** The parts of a path after {@code .} and {@code a/..} are taken away; both slashes separate. */
    static List<String> normalised(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : SLASHES.split(path, -1)) {
            boolean up = part.equals("..");
            boolean canGoUp = !parts.isEmpty() && !parts.get(parts.size() - 1).equals("..");
            if (up && canGoUp) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return parts;
    }
}

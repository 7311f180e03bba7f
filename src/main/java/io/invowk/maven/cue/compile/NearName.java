// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.compile;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class NearName {
    private NearName() {}

    /** The nearest candidate, if it is close: a third of its characters may differ, at least one. */
    public static Optional<String> find(String name, Collection<String> candidates) {
        String best = null;
        int least = Math.max(1, name.length() / 3) + 1;
        for (String candidate : candidates) {
            int distance = distance(name, candidate);
            boolean shares = candidate.length() > 1 && name.length() > 1;
            if (distance < least && distance > 0 && shares) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}

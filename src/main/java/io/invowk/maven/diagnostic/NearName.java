// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.diagnostic;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Known names that a mistyped one may stand for.
 *
 * <p>Near means: few letters added, left out, changed or swapped with their neighbour, at most one in three of the
 * longer name; upper and lower case count as the same.
 */
public final class NearName {
    private static final int MAX_SHOWN = 3;

    private NearName() {}

    /** The names near to {@code wrong}, nearest first, equally near ones as they come; at most three. */
    public static List<String> of(String wrong, Collection<String> known) {
        return known.stream()
                .distinct()
                .map(name -> new Candidate(name, distance(fold(wrong), fold(name))))
                .filter(Candidate::isNear)
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(MAX_SHOWN)
                .map(Candidate::name)
                .toList();
    }

    /** The question {@code did you mean "a" or "b"?}; empty if nothing is near. */
    public static Optional<String> question(String wrong, Collection<String> known) {
        List<String> near = of(wrong, known);
        if (near.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(near.stream()
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(" or ", "did you mean ", "?")));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Optimal string alignment distance, or {@code Integer.MAX_VALUE} if the lengths alone are too far apart. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > limit(a, b)) {
            return Integer.MAX_VALUE;
        }
        int[] twoBack = new int[b.length() + 1];
        int[] oneBack = new int[b.length() + 1];
        Arrays.setAll(oneBack, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(oneBack[j - 1] + changed, Math.min(oneBack[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], twoBack[j - 2] + 1);
                }
            }
            twoBack = oneBack;
            oneBack = row;
        }
        return oneBack[b.length()] > limit(a, b) ? Integer.MAX_VALUE : oneBack[b.length()];
    }

    private static int limit(String a, String b) {
        return Math.max(a.length(), b.length()) / 3;
    }

    private record Candidate(String name, int distance) {
        boolean isNear() {
            return distance < Integer.MAX_VALUE;
        }
    }
}

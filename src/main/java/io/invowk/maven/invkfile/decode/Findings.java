// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The problems found so far in one file. */
final class Findings {
    private final List<Finding> all = new ArrayList<>();

    void add(Finding finding) {
        all.add(finding);
    }

    /** How many there are; a part of the file is well formed if the number is the same before and after reading it. */
    int count() {
        return all.size();
    }

    /** All problems in source order; a value that is used several times is reported once. */
    List<InvkfileProblem> inSourceOrder() {
        if (all.isEmpty()) {
            return List.of();
        }
        Map<Finding.Key, List<Finding>> groups = all.stream()
                .sorted(Comparator.comparingInt(
                        finding -> finding.place().span().start()))
                .collect(Collectors.groupingBy(Finding::key, LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream().map(Findings::problem).toList();
    }

    private static InvkfileProblem problem(List<Finding> same) {
        Finding first = same.get(0);
        return new InvkfileProblem(first.kind(), first.diagnostic(same.size() - 1));
    }
}

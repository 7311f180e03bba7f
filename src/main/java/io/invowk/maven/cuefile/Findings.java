// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cuefile;

import io.invowk.maven.cue.Violation;
import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cue.value.ValuePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The problems found so far in one file. */
public final class Findings {
    private final List<Finding> all = new ArrayList<>();
    private final Set<ValuePath> refused = new HashSet<>();

    public void add(Finding finding) {
        all.add(finding);
    }

    /** Takes what the schema refuses. */
    public void add(Violation violation) {
        all.add(Finding.of(violation));
        refused.add(violation.path());
    }

    /** Whether the schema refuses a value. */
    public boolean refuse(Located value) {
        return !refused.isEmpty() && refused.contains(value.path());
    }

    public int count() {
        return all.size();
    }

    /** Whether a part of the file is right: the schema refuses nothing, and no problem came up since there were so many. */
    public boolean noneSince(int before) {
        return refused.isEmpty() && all.size() == before;
    }

    /** All problems in source order; a value that is used several times is reported once. */
    public List<FileProblem> inSourceOrder() {
        if (all.isEmpty()) {
            return List.of();
        }
        Map<Finding.Key, List<Finding>> groups = all.stream()
                .sorted(Comparator.comparingInt(
                        finding -> finding.place().span().start()))
                .collect(Collectors.groupingBy(Finding::key, LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream().map(Findings::problem).toList();
    }

    private static FileProblem problem(List<Finding> same) {
        Finding first = same.get(0);
        return new FileProblem(first.kind(), first.diagnostic(same.size() - 1));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.FieldLabel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Which field stands before which; sorts them, by label where nothing is said. */
final class FieldGraph {
    private static final Comparator<FieldLabel> BY_LABEL = FieldGraph::compare;

    private final Map<FieldLabel, Set<FieldLabel>> after = new LinkedHashMap<>();
    private final Set<FieldLabel> seen = new HashSet<>();

    FieldGraph(List<LiteralOrder.Batch> batches, Collection<FieldLabel> fields) {
        fields.forEach(field -> after.put(field, new LinkedHashSet<>()));
        Set<FieldLabel> previous = Set.of();
        for (LiteralOrder.Batch batch : batches) {
            previous = add(batch, previous);
        }
    }

    private static int compare(FieldLabel a, FieldLabel b) {
        int order = Arrays.compareUnsigned(
                a.text().getBytes(StandardCharsets.UTF_8), b.text().getBytes(StandardCharsets.UTF_8));
        return order != 0 ? order : a.sort().compareTo(b.sort());
    }

    /** Adds the edges of one batch; answers the labels that the next one follows. */
    private Set<FieldLabel> add(LiteralOrder.Batch batch, Set<FieldLabel> previous) {
        Set<FieldLabel> last = new LinkedHashSet<>();
        for (LiteralOrder.Written written : batch.literals()) {
            Set<FieldLabel> current = previous;
            Set<FieldLabel> own = new HashSet<>();
            for (FieldLabel label : written.labels) {
                boolean known = !own.add(label) || (!batch.explicit() && seen.contains(label));
                if (known || !after.containsKey(label)) {
                    continue;
                }
                for (FieldLabel before : current) {
                    after.getOrDefault(before, new HashSet<>()).add(label);
                }
                current = Set.of(label);
            }
            if (current != previous) {
                last.addAll(current);
            }
            seen.addAll(own);
        }
        return last.isEmpty() ? previous : last;
    }

    List<FieldLabel> sorted() {
        Map<FieldLabel, List<FieldLabel>> components = new Components().find();
        Map<List<FieldLabel>, Integer> waiting = new HashMap<>();
        for (List<FieldLabel> component : new LinkedHashSet<>(components.values())) {
            for (List<FieldLabel> next : followers(component, components)) {
                waiting.merge(next, 1, Integer::sum);
            }
        }
        PriorityQueue<List<FieldLabel>> ready = new PriorityQueue<>(Comparator.comparing(c -> c.get(0), BY_LABEL));
        for (List<FieldLabel> component : new LinkedHashSet<>(components.values())) {
            if (!waiting.containsKey(component)) {
                ready.add(component);
            }
        }
        List<FieldLabel> sorted = new ArrayList<>();
        for (List<FieldLabel> next = ready.poll(); next != null; next = ready.poll()) {
            sorted.addAll(next);
            for (List<FieldLabel> follower : followers(next, components)) {
                if (waiting.merge(follower, -1, Integer::sum) == 0) {
                    ready.add(follower);
                }
            }
        }
        return sorted;
    }

    private Set<List<FieldLabel>> followers(List<FieldLabel> component, Map<FieldLabel, List<FieldLabel>> components) {
        Set<List<FieldLabel>> followers = new LinkedHashSet<>();
        for (FieldLabel label : component) {
            for (FieldLabel next : after.getOrDefault(label, Set.of())) {
                List<FieldLabel> other = components.getOrDefault(next, component);
                if (!other.equals(component)) {
                    followers.add(other);
                }
            }
        }
        return followers;
    }

    /** Finds the labels that stand before each other in a circle, each component in order of label (Tarjan). */
    private final class Components {
        private final Map<FieldLabel, Integer> number = new HashMap<>();
        private final Map<FieldLabel, Integer> lowest = new HashMap<>();
        private final Deque<FieldLabel> path = new ArrayDeque<>();
        private final Set<FieldLabel> onPath = new HashSet<>();
        private final Map<FieldLabel, List<FieldLabel>> found = new HashMap<>();

        Map<FieldLabel, List<FieldLabel>> find() {
            for (FieldLabel label : after.keySet()) {
                if (!number.containsKey(label)) {
                    visit(label);
                }
            }
            return found;
        }

        private void visit(FieldLabel label) {
            int own = number.size();
            number.put(label, own);
            lowest.put(label, own);
            path.push(label);
            onPath.add(label);
            for (FieldLabel next : after.getOrDefault(label, Set.of())) {
                if (!number.containsKey(next)) {
                    visit(next);
                    lowest.merge(label, lowest.getOrDefault(next, own), Math::min);
                } else if (onPath.contains(next)) {
                    lowest.merge(label, number.getOrDefault(next, own), Math::min);
                }
            }
            if (lowest.getOrDefault(label, own) == own) {
                List<FieldLabel> component = new ArrayList<>();
                FieldLabel member;
                do {
                    member = path.pop();
                    onPath.remove(member);
                    component.add(member);
                } while (!member.equals(label));
                component.sort(BY_LABEL);
                component.forEach(each -> found.put(each, component));
            }
        }
    }
}

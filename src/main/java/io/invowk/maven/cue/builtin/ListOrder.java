// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The order that a comparer states: a struct with {@code x}, {@code y} and {@code less}. */
final class ListOrder {
    private static final String LESS = "less";

    private final Schema comparer;

    ListOrder(Schema comparer) {
        this.comparer = comparer;
    }

    static int bytewise(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    /** Sorts by merging, so that what is equal keeps its order, and no comparer can break it. */
    List<Value> sorted(List<Value> list) {
        if (list.isEmpty()) {
            comparer.filled(Map.of(), LESS);
        }
        if (list.size() < 2) {
            return list;
        }
        int half = list.size() / 2;
        List<Value> left = sorted(list.subList(0, half));
        List<Value> right = sorted(list.subList(half, list.size()));
        List<Value> merged = new ArrayList<>(list.size());
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            if (less(right.get(j), left.get(i))) {
                merged.add(right.get(j++));
            } else {
                merged.add(left.get(i++));
            }
        }
        merged.addAll(left.subList(i, left.size()));
        merged.addAll(right.subList(j, right.size()));
        return merged;
    }

    boolean isSorted(List<Value> list) {
        for (int i = 1; i < list.size(); i++) {
            if (less(list.get(i), list.get(i - 1))) {
                return false;
            }
        }
        return true;
    }

    private boolean less(Value x, Value y) {
        Map<String, Value> operands = new LinkedHashMap<>();
        operands.put("x", x);
        operands.put("y", y);
        Value less = comparer.filled(operands, LESS);
        if (less instanceof Value.Bool bool) {
            return bool.value();
        }
        throw new CallException("\"less\" must be a bool, not " + less.kind());
    }
}

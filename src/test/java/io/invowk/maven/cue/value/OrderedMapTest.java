// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderedMapTest {
    @Test
    void isWhatALinkedHashMapIs() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Map<String, Integer> expected = new LinkedHashMap<>();
            OrderedMap<String, Integer> map = new OrderedMap<>();
            int keys = 1 + random.nextInt(60);
            for (int i = 0; i < keys * 2; i++) {
                String key = "k" + random.nextInt(keys);
                expected.put(key, i);
                map.set(key, i);
                assertThat(map.get("k" + i)).isEqualTo(expected.get("k" + i));
                assertThat(map.containsKey("k" + i)).isEqualTo(expected.containsKey("k" + i));
            }
            same(map, expected);
            same(OrderedMap.copyOf(map), expected);
            same(OrderedMap.copyOf(expected), expected);
        }
    }

    private static void same(Map<String, Integer> map, Map<String, Integer> expected) {
        assertThat(map).isEqualTo(expected).hasSameHashCodeAs(expected).hasToString(expected.toString());
        assertThat(new ArrayList<>(map.keySet())).isEqualTo(new ArrayList<>(expected.keySet()));
        assertThat(new ArrayList<>(map.values())).isEqualTo(new ArrayList<>(expected.values()));
        assertThat(new ArrayList<>(map.entrySet())).isEqualTo(new ArrayList<>(expected.entrySet()));
    }

    /** Keys of one hash, so that they all want the same place. */
    private record Colliding(int number) {
        @Override
        public int hashCode() {
            return 7;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Colliding colliding && number == colliding.number;
        }
    }

    @Test
    void tellsKeysOfOneHashApart() {
        OrderedMap<Colliding, Integer> map = new OrderedMap<>();
        for (int i = 0; i < 100; i++) {
            map.set(new Colliding(i), i);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(map.get(new Colliding(i))).isEqualTo(i);
        }
        assertThat(map.get(new Colliding(100))).isNull();
    }

    @Test
    void doesNotChangeAsAMap() {
        OrderedMap<String, Integer> original = new OrderedMap<>();
        original.set("a", 1);
        Map<String, Integer> map = OrderedMap.copyOf(original);
        original.set("b", 2);
        assertThat(map).isEqualTo(Map.of("a", 1));
        assertThatThrownBy(() -> map.put("b", 2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.values().removeAll(List.of(1))).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void hasNoNullKey() {
        Map<String, Integer> map = OrderedMap.copyOf(Map.of("a", 1));
        assertThat(map.containsKey(null)).isFalse();
        assertThat(map.get(null)).isNull();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.value;

import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A map in the order of insertion that only grows, and only by {@link #set}: to everybody who knows it as a map it is
 * unmodifiable. A large file is mostly structs of a few fields; this takes a third of the memory of a
 * {@link java.util.LinkedHashMap}, and finds its keys by comparing them until there are more than a few.
 */
public final class OrderedMap<K, V> extends AbstractMap<K, V> {
    private static final int FEW = 8;
    private static final int[] NONE = {};

    /** Keys at even indexes, their values behind them. */
    private Object[] content;
    /** Hashes to numbers of entries, from 1; 0 is free. The length is a power of two, or 0 for a few keys. */
    private int[] table = NONE;

    private int size;

    /** An empty map. */
    public OrderedMap() {
        this(2);
    }

    private OrderedMap(int expected) {
        content = new Object[2 * expected];
    }

    /** A map of the same entries. */
    public static <K, V> Map<K, V> copyOf(Map<K, V> map) {
        OrderedMap<K, V> copy = new OrderedMap<>(map.size());
        if (map instanceof OrderedMap<K, V> ordered) {
            System.arraycopy(ordered.content, 0, copy.content, 0, 2 * ordered.size);
            copy.size = ordered.size;
            copy.table = ordered.size > FEW ? ordered.table.clone() : NONE;
        } else {
            map.forEach(copy::set);
        }
        return copy;
    }

    /** Adds an entry, or gives a key that is there another value. */
    public void set(K key, V value) {
        int known = find(key);
        if (known >= 0) {
            content[2 * known + 1] = value;
            return;
        }
        if (2 * size == content.length) {
            content = Arrays.copyOf(content, Math.max(4, 4 * size));
        }
        content[2 * size] = key;
        content[2 * size + 1] = value;
        size++;
        if (size > FEW) {
            index();
        }
    }

    private void index() {
        if (2 * size > table.length) {
            table = new int[4 * Integer.highestOneBit(size)];
            for (int i = 0; i < size; i++) {
                enter(table, i);
            }
        } else {
            enter(table, size - 1);
        }
    }

    private void enter(int[] into, int entry) {
        int slot = slot(content[2 * entry], into);
        while (into[slot] != 0) {
            slot = (slot + 1) & (into.length - 1);
        }
        into[slot] = entry + 1;
    }

    private static int slot(Object key, int[] in) {
        int hash = key.hashCode() * 0x9E3779B9;
        return (hash ^ (hash >>> 16)) & (in.length - 1);
    }

    /** The number of the entry of a key; -1 if there is none. */
    private int find(Object key) {
        if (table.length == 0) {
            for (int i = 0; i < size; i++) {
                if (content[2 * i].equals(key)) {
                    return i;
                }
            }
            return -1;
        }
        int slot = slot(key, table);
        while (table[slot] != 0) {
            int entry = table[slot] - 1;
            if (content[2 * entry].equals(key)) {
                return entry;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return -1;
    }

    @SuppressWarnings("unchecked")
    private K key(int entry) {
        return (K) content[2 * entry];
    }

    @SuppressWarnings("unchecked")
    private V value(int entry) {
        return (V) content[2 * entry + 1];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int entry = key == null ? -1 : find(key);
        return entry < 0 ? null : value(entry);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key != null && find(key) >= 0;
    }

    @Override
    public Set<K> keySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<K> iterator() {
                return new Entries<>(OrderedMap.this::key);
            }

            @Override
            public int size() {
                return size;
            }

            @Override
            public boolean contains(@Nullable Object key) {
                return containsKey(key);
            }
        };
    }

    @Override
    public Collection<V> values() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<V> iterator() {
                return new Entries<>(OrderedMap.this::value);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return new Entries<>(entry -> Map.entry(key(entry), value(entry)));
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** All entries from the first, or a part of each. */
    private final class Entries<T> implements Iterator<T> {
        private final IntFunction<T> part;
        private int next;

        Entries(IntFunction<T> part) {
            this.part = part;
        }

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public T next() {
            if (next >= size) {
                throw new NoSuchElementException();
            }
            return part.apply(next++);
        }
    }
}

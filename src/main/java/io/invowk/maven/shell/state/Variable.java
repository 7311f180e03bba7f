// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A variable: its value or its elements, and its attributes. */
public final class Variable {
    private static final String FIRST_KEY = "0";

    private @Nullable String value;
    private @Nullable TreeMap<Long, String> indexed;
    private @Nullable Map<String, String> associative;
    private int attributes;
    private boolean assigned;

    /** A variable without a value. */
    public Variable() {}

    /** The same again, changed apart from this one. */
    Variable copy() {
        Variable copy = new Variable();
        copy.value = value;
        copy.indexed = indexed == null ? null : new TreeMap<>(indexed);
        copy.associative = associative == null ? null : new LinkedHashMap<>(associative);
        copy.attributes = attributes;
        copy.assigned = assigned;
        return copy;
    }

    /** Whether it has an attribute. */
    public boolean is(Attribute attribute) {
        return (attributes & attribute.bit()) != 0;
    }

    /** Gives or takes an attribute. */
    public void set(Attribute attribute, boolean on) {
        attributes = on ? attributes | attribute.bit() : attributes & ~attribute.bit();
        if (on && attribute == Attribute.INDEXED && indexed == null) {
            indexed = new TreeMap<>();
            if (value != null) {
                indexed.put(0L, value);
            }
            value = null;
        } else if (on && attribute == Attribute.ASSOCIATIVE && associative == null) {
            associative = new LinkedHashMap<>();
            if (value != null) {
                associative.put(FIRST_KEY, value);
            }
            value = null;
        }
    }

    /** The letters of its attributes, as {@code declare} shows them. */
    public String letters() {
        StringBuilder letters = new StringBuilder();
        for (Attribute attribute : Attribute.values()) {
            if (is(attribute)) {
                letters.append(attribute.letter());
            }
        }
        return letters.toString();
    }

    /** Whether it is an array of either kind. */
    public boolean isArray() {
        return indexed != null || associative != null;
    }

    /** Whether it has, or once had, a value or elements, be they none. */
    public boolean isAssigned() {
        return assigned || isSet();
    }

    /** Whether it is an array with keys of text. */
    public boolean isAssociative() {
        return associative != null;
    }

    /** The value; of an array its first element; null if that is unset. */
    public @Nullable String value() {
        if (indexed != null) {
            return indexed.get(0L);
        }
        return associative != null ? associative.get(FIRST_KEY) : value;
    }

    /** Changes the value; of an array its first element. */
    public void setValue(String newValue) {
        String cased = cased(newValue);
        if (indexed != null) {
            indexed.put(0L, cased);
        } else if (associative != null) {
            associative.put(FIRST_KEY, cased);
        } else {
            value = cased;
        }
    }

    private String cased(String text) {
        if (attributes == 0) {
            return text;
        }
        if (is(Attribute.LOWER)) {
            return text.toLowerCase(Locale.ROOT);
        }
        return is(Attribute.UPPER) ? text.toUpperCase(Locale.ROOT) : text;
    }

    /** An element of an indexed array; a plain value is element 0. */
    public @Nullable String element(long index) {
        if (indexed != null) {
            return indexed.get(index);
        }
        return index == 0 ? value : null;
    }

    /** An element of an associative array. */
    public @Nullable String element(String key) {
        return associative == null ? null : associative.get(key);
    }

    /** Changes an element; what was no array becomes one. */
    public void setElement(long index, String newValue) {
        if (indexed == null) {
            set(Attribute.INDEXED, true);
        }
        if (indexed != null) {
            indexed.put(index, cased(newValue));
        }
    }

    /** Changes an element of an associative array. */
    public void setElement(String key, String newValue) {
        if (associative != null) {
            associative.put(key, cased(newValue));
        }
    }

    /** Removes an element. */
    public void removeElement(long index) {
        if (indexed != null) {
            indexed.remove(index);
        } else if (index == 0) {
            value = null;
        }
    }

    /** Removes an element of an associative array. */
    public void removeElement(String key) {
        if (associative != null) {
            associative.remove(key);
        }
    }

    /** Removes all elements. */
    public void clear() {
        assigned = true;
        value = null;
        if (indexed != null) {
            indexed.clear();
        }
        if (associative != null) {
            associative.clear();
        }
    }

    /** The index behind the last element. */
    public long nextIndex() {
        if (indexed != null) {
            return indexed.isEmpty() ? 0 : indexed.lastKey() + 1;
        }
        return value == null ? 0 : 1;
    }

    /** The elements in order; of a plain variable its value. */
    public List<String> elements() {
        if (indexed != null) {
            return new ArrayList<>(indexed.values());
        }
        if (associative != null) {
            return new ArrayList<>(associative.values());
        }
        return value == null ? List.of() : List.of(value);
    }

    /** The elements of an indexed array from an index on. */
    public List<String> elementsFrom(long index) {
        if (indexed != null) {
            return new ArrayList<>(indexed.tailMap(index, true).values());
        }
        List<String> all = elements();
        return all.subList((int) Math.min(Math.max(0, index - (associative == null ? 0 : 1)), all.size()), all.size());
    }

    /** The keys of the elements in the same order. */
    public List<String> keys() {
        if (indexed != null) {
            return indexed.keySet().stream().map(String::valueOf).toList();
        }
        if (associative != null) {
            return new ArrayList<>(associative.keySet());
        }
        return value == null ? List.of() : List.of(FIRST_KEY);
    }

    /** Whether it has a value, or any element. */
    public boolean isSet() {
        if (indexed != null) {
            return !indexed.isEmpty();
        }
        return associative != null ? !associative.isEmpty() : value != null;
    }
}

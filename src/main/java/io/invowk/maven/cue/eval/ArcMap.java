// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.value.OrderedMap;
import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The fields and elements of a vertex in the order of their first declaration. An optional field stays a declaration until
 * somebody asks for it: most fields of a schema are optional, and few of them ever appear.
 */
final class ArcMap {
    private final Vertex owner;
    /** Each a vertex, or the declarations of an optional field. */
    private final OrderedMap<FieldLabel, Object> entries = new OrderedMap<>();

    ArcMap(Vertex owner) {
        this.owner = owner;
    }

    /** What an optional field is declared as, the last declaration first. */
    private record Declared(
            Conjunct conjunct, Place label, @Nullable Declared before) {
        void addTo(Vertex field) {
            if (before != null) {
                before.addTo(field);
            }
            field.addLabelPlace(label);
            field.add(conjunct);
        }

        Declared map(UnaryOperator<Conjunct> change) {
            return new Declared(change.apply(conjunct), label, before == null ? null : before.map(change));
        }
    }

    void put(FieldLabel label, Vertex arc) {
        entries.set(label, arc);
    }

    /** Declares an optional field; false if its vertex is there. */
    boolean declare(FieldLabel label, Conjunct conjunct, Place labelPlace) {
        Object known = entries.get(label);
        if (known instanceof Vertex) {
            return false;
        }
        entries.set(label, new Declared(conjunct, labelPlace, (Declared) known));
        return true;
    }

    Set<FieldLabel> labels() {
        return entries.keySet();
    }

    @Nullable
    Vertex get(FieldLabel label) {
        Object entry = entries.get(label);
        return entry instanceof Declared declared ? made(label, declared) : (Vertex) entry;
    }

    /** The vertex of a field or element that has one; null for an optional field that nobody has asked for. */
    @Nullable
    Vertex known(FieldLabel label) {
        return entries.get(label) instanceof Vertex arc ? arc : null;
    }

    private Vertex made(FieldLabel label, Declared declared) {
        Vertex field = new Vertex(owner, label);
        field.arcType = ArcType.OPTIONAL;
        declared.addTo(field);
        entries.set(label, field);
        return field;
    }

    List<Vertex> all() {
        List<Vertex> all = new ArrayList<>(entries.size());
        for (FieldLabel label : entries.keySet()) {
            all.add(Objects.requireNonNull(get(label)));
        }
        return all;
    }

    /** All but the optional fields that nobody has asked for. */
    List<Vertex> known() {
        List<Vertex> known = new ArrayList<>(entries.size());
        for (Object entry : entries.values()) {
            if (entry instanceof Vertex arc) {
                known.add(arc);
            }
        }
        return known;
    }

    /** The elements, and the fields that are there or must be. */
    List<Vertex> demanded() {
        List<Vertex> demanded = known();
        demanded.removeIf(arc -> arc.arcType == ArcType.OPTIONAL);
        return demanded;
    }

    /** The same for a copy of the owner, fields and elements not yet evaluated. */
    ArcMap copy(Vertex other, UnaryOperator<Conjunct> change) {
        ArcMap copy = new ArcMap(other);
        for (Map.Entry<FieldLabel, Object> entry : entries.entrySet()) {
            if (entry.getValue() instanceof Declared declared) {
                copy.entries.set(entry.getKey(), declared.map(change));
            } else {
                Vertex arc = (Vertex) entry.getValue();
                copy.put(entry.getKey(), arc.unevaluated(other, change));
            }
        }
        return copy;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.diagnostic.Place;
import org.jspecify.annotations.Nullable;

/** Adds to vertices: fields, elements, kinds and scalars; conflicts become errors of the vertex. */
final class Arcs {
    private Arcs() {}

    /**
     * Adds a conjunct to a field or element, which is made if it is new.
     *
     * @return the number of values that are known by that, because the conjunct is plain data
     */
    static int add(Vertex vertex, FieldLabel label, ArcType arcType, Conjunct conjunct, @Nullable Place labelPlace) {
        if (arcType == ArcType.OPTIONAL && labelPlace != null && vertex.declareOptional(label, conjunct, labelPlace)) {
            return 0;
        }
        Vertex arc = vertex.arc(label);
        boolean fresh = arc == null;
        boolean appears = arcType != ArcType.OPTIONAL && (arc == null || arc.arcType == ArcType.OPTIONAL);
        if (arc == null) {
            arc = new Vertex(vertex, label);
            arc.arcType = arcType;
            vertex.putArc(label, arc);
        } else {
            arc.arcType = arc.arcType.or(arcType);
        }
        if (labelPlace != null) {
            arc.addLabelPlace(labelPlace);
        }
        int known = fresh && arcType == ArcType.MEMBER ? Folding.take(arc, conjunct) : 0;
        if (known == 0) {
            arc.add(conjunct);
        }
        if (fresh) {
            constrain(vertex, arc);
        }
        if (appears && vertex.iterated != null && label.isField()) {
            vertex.addError(Bottom.fatal(
                            ErrorKind.CYCLE,
                            vertex,
                            labelPlace,
                            "field \"" + label.text() + "\" is added after the fields were iterated over")
                    .also(vertex.iterated));
        }
        return known;
    }

    private static void constrain(Vertex vertex, Vertex arc) {
        if (arc.label.isField()) {
            for (Pattern pattern : vertex.patterns()) {
                apply(pattern, arc);
            }
        } else if (arc.label.sort() == FieldLabel.Sort.ELEMENT) {
            for (Rest rest : vertex.rests()) {
                if (arc.label.index() >= rest.from()) {
                    arc.add(constraining(rest));
                }
            }
        }
    }

    /** Adds a pattern's value to a field if the pattern matches its label. */
    static void apply(Pattern pattern, Vertex field) {
        if (field.label.isField() && Evaluator.accepts(pattern.matcher(), new Scalar.Str(field.label.text()))) {
            Conjunct value = pattern.value();
            field.add(value.with(value.env().withLabel(field.label))
                    .with(value.trail().constraining())
                    .with(value.via().matching(field)));
        }
    }

    /** Adds a constraint on further elements. */
    static void addRest(Vertex vertex, Rest rest) {
        vertex.addRest(rest);
        for (Vertex element : vertex.arcs()) {
            if (element.label.sort() == FieldLabel.Sort.ELEMENT && element.label.index() >= rest.from()) {
                element.add(constraining(rest));
            }
        }
    }

    private static Conjunct constraining(Rest rest) {
        return rest.value().with(rest.value().trail().constraining());
    }

    /** Leaves only some kinds. */
    static void narrow(Vertex vertex, Contribution contribution) {
        int both = vertex.kinds & contribution.kinds();
        if (both == Kinds.NONE) {
            if (vertex.kinds != Kinds.NONE) {
                vertex.addError(conflict(vertex, contribution));
            }
        } else {
            vertex.kinds = both;
        }
        vertex.addContribution(contribution);
    }

    /** Sets the scalar of a vertex, or compares it with the one that is there. */
    static void setScalar(Vertex vertex, Scalar value, Place place, Via via) {
        Contribution contribution = Contribution.of(value, place, via);
        if (vertex.scalar != null && vertex.scalar.kind() == value.kind() && !vertex.scalar.equals(value)) {
            vertex.addError(conflict(vertex, contribution));
            vertex.addContribution(contribution);
            return;
        }
        narrow(vertex, contribution);
        if (vertex.scalar == null) {
            vertex.scalar = value;
            vertex.scalarSource = contribution;
        }
    }

    private static Bottom conflict(Vertex vertex, Contribution late) {
        Contribution early = late;
        for (Contribution known : vertex.contributions()) {
            boolean excludes = (known.kinds() & late.kinds()) == 0 || known.equals(vertex.scalarSource);
            if (excludes) {
                early = known;
                break;
            }
        }
        boolean sameKind = (early.kinds() & late.kinds()) != 0;
        String message = sameKind
                ? "values " + early.text() + " and " + late.text() + " conflict"
                : "values " + named(early) + " and " + named(late) + " conflict";
        Bottom bottom = Bottom.fatal(ErrorKind.CONFLICT, vertex, null, message)
                .also(early.place())
                .also(late.place());
        for (Contribution side : java.util.List.of(early, late)) {
            Place outermost = side.via().outermost();
            if (outermost != null) {
                bottom = bottom.also(outermost);
            }
        }
        return bottom;
    }

    private static String named(Contribution side) {
        String kind = Kinds.describe(side.kinds());
        return side.text().equals(kind) ? kind : side.text() + " (" + kind + ")";
    }
}

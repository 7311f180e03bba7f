// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Kinds;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.ValuePath;
import io.invowk.maven.diagnostic.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A node of the value graph while it is built: what its conjuncts have said so far. Everything here only grows, except
 * for what {@link #reopen} takes back.
 */
final class Vertex {
    /** How far the work on a vertex is. */
    enum State {
        /** Conjuncts or tasks are left. */
        OPEN,
        /** The vertex itself is known, its fields may be open. */
        SETTLED,
        /** Everything below is known, too. */
        DONE
    }

    /** What one struct literal contributed, for the order of the output. */
    record Part(CompiledExpr.StructLiteral literal, Conjunct from, CloseInfo close, List<FieldLabel> labels) {}

    /** The target of a reference that has been taken over, and for which groups. */
    private record Taken(Vertex target, CloseInfo close) {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Taken taken
                    && taken.target == target
                    && (taken.close.isSameEmbedding(close)
                            || (taken.close.groups() == close.groups() && taken.close.scope() == close.scope()));
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(target);
        }
    }

    final @Nullable Vertex parent;
    final FieldLabel label;
    final int level;
    /** The vertex that this is a copy of, to try an alternative on; itself if it is none. */
    final Vertex original;

    ArcType arcType = ArcType.MEMBER;
    State state = State.OPEN;
    /** Position in the stack of vertices being settled, from 1; 0 if it is not. */
    int settling;
    /** Position in the stack of vertices being finished, from 1; 0 if it is not. */
    int finishing;
    /** What the tasks wait for: the position of a vertex further out; 0 if nothing. */
    int waitsFor;
    /** Whether readers must take what is there, because all wait for each other. */
    boolean frozen;

    private List<Conjunct> conjuncts = List.of();
    /** Conjuncts that have not been taken in; null if there is none. */
    private @Nullable Deque<Conjunct> queue;

    private List<Listener> listeners = List.of();
    private Set<Taken> taken = Set.of();
    private @Nullable ArcMap arcs;
    /** Plain data whose fields or elements have not been made. */
    private @Nullable Conjunct folded;
    /** Where the label of a field was written, one for each conjunct with a label. */
    private List<Place> labelPlaces = List.of();

    int kinds = Kinds.ALL;
    private List<Contribution> contributions = List.of();

    @Nullable
    Scalar scalar;

    @Nullable
    Contribution scalarSource;

    private List<Constraint> constraints = List.of();
    private List<Validator> validators = List.of();
    /** Why a validator cannot say yet whether the value is right. */
    @Nullable
    Bottom unverified;

    /** Number of elements of a closed list, -1 if no closed list came. */
    int length = -1;
    /** Number of elements that lists brought. */
    int leastLength;

    @Nullable
    Place lengthPlace;

    private List<Rest> rests = List.of();
    /** Whether a literal says that this is a struct, unless an embedding says otherwise. */
    boolean structByDefault;
    /** Whether a top was embedded. */
    boolean embedsTop;

    private List<Pattern> patterns = List.of();
    private List<Requirement> requirements = List.of();
    private List<CloseInfo> ellipses = List.of();
    private List<Part> parts = List.of();
    /** What circles that consist of nothing but references count for. */
    private List<CloseInfo> hollow = List.of();

    private List<Task> tasks = List.of();
    /** The tasks that are being tried, each until it is among the others again or done. */
    List<Task> running = List.of();
    /** Disjunctions that have to be multiplied out. */
    private List<Conjunct> choices = List.of();
    /** Disjunctions that wait for nested ones, those of the innermost level last. */
    private List<List<Conjunct>> later = List.of();
    /** The product of the disjunctions; null before it is made, empty never. */
    @Nullable
    List<Alternative> alternatives;
    /** The copy that an alternative is being tried on. */
    @Nullable
    Vertex tried;
    /** Whether another vertex is, or was, the same as this one. */
    boolean lent;
    /** The vertex that this one is the same as, because a reference to it is all it has. */
    @Nullable
    Vertex shared;

    /** Whether data came: a literal or type that no recursion brought. */
    boolean data;
    /** Literals that a recursion brought, until it is known whether data comes. */
    private List<Conjunct> recursive = List.of();
    /** Whether what a recursion brings is taken in, because nothing else is left. */
    boolean recursing;
    /** Whether a literal came on a way that does not lead back. */
    boolean grounded;
    /** The first literal that came on a way that leads back to where it has been. */
    @Nullable
    Conjunct recursion;
    /** Where the set of fields was relied on, if it was. */
    @Nullable
    Place iterated;

    private List<Bottom> errors = List.of();
    /** The error of this vertex or of the first erroneous field below it; known when done. */
    @Nullable
    Bottom failure;

    boolean started;

    Vertex(@Nullable Vertex parent, FieldLabel label) {
        this(parent, label, null);
    }

    private Vertex(@Nullable Vertex parent, FieldLabel label, @Nullable Vertex original) {
        this.parent = parent;
        this.label = label;
        this.original = original == null ? this : original;
        this.level = parent == null ? 0 : parent.level + 1;
    }

    boolean isAncestorOf(Vertex other) {
        Vertex up = other.parent;
        while (up != null && up.level > level) {
            up = up.parent;
        }
        return up != null && up.original == original;
    }

    ValuePath path() {
        List<Object> labels = new ArrayList<>();
        for (Vertex v = this; v.parent != null; v = v.parent) {
            if (v.label.sort() == FieldLabel.Sort.ELEMENT) {
                labels.add(0, v.label.index());
            } else if (v.label.sort() != FieldLabel.Sort.VARIABLE) {
                labels.add(0, v.label.text());
            }
        }
        return new ValuePath(labels);
    }

    // --- conjuncts

    /** The conjuncts as they were declared; what references bring is not among them. */
    List<Conjunct> conjuncts() {
        return conjuncts;
    }

    void add(Conjunct conjunct) {
        conjuncts = grown(conjuncts, conjunct);
        push(conjunct);
        for (Listener listener : List.copyOf(listeners)) {
            listener.added(conjunct);
        }
    }

    /**
     * Takes in a conjunct that is known without work, the first of a new vertex.
     *
     * @param composite whether fields or elements are to be made of it when somebody asks for them
     */
    void makeKnown(Conjunct conjunct, boolean composite) {
        conjuncts = List.of(conjunct);
        data = conjunct.isData();
        folded = composite ? conjunct : null;
        state = State.DONE;
    }

    /** The plain data that is all there is to this vertex; null if there is more, or somebody has asked for parts. */
    @Nullable
    Conjunct folded() {
        return folded;
    }

    private void unfold() {
        Conjunct whole = folded;
        if (whole != null) {
            folded = null;
            Folding.unfold(this, whole);
        }
    }

    /** Adds work without making it one of the declared conjuncts. */
    void push(Conjunct conjunct) {
        data |= conjunct.isData();
        queue(conjunct);
        reopen();
    }

    private void queue(Conjunct conjunct) {
        if (queue == null) {
            queue = new ArrayDeque<>(2);
        }
        queue.add(conjunct);
    }

    /** Whether conjuncts are left that have not been taken in. */
    boolean hasWork() {
        return queue != null;
    }

    /** The next conjunct to take in; null if there is none. */
    @Nullable
    Conjunct next() {
        if (queue == null) {
            return null;
        }
        Conjunct next = queue.poll();
        if (queue.isEmpty()) {
            queue = null;
        }
        return next;
    }

    /** Notes whether a conjunct that says something of its own came on a way that leads back. */
    void ground(Conjunct conjunct) {
        if (!conjunct.trail().cyclic()) {
            grounded = true;
        } else if (recursion == null && Expansion.isStructural(conjunct.expr())) {
            recursion = conjunct;
        }
    }

    /** Keeps what a recursion brought until nothing else is left to do. */
    void defer(Conjunct conjunct) {
        recursive = grown(recursive, conjunct);
    }

    /** Takes up what was kept. */
    void recurse() {
        recursing = true;
        recursive.forEach(this::queue);
        recursive = List.of();
    }

    /** Goes back to work: the product of the disjunctions and whatever was concluded from it are dropped. */
    void reopen() {
        if (state == State.OPEN && alternatives == null && shared == null) {
            return;
        }
        state = State.OPEN;
        alternatives = null;
        if (shared != null) {
            shared = null;
            queue = null;
            conjuncts.forEach(this::queue);
        }
        failure = null;
        unverified = null;
        for (Vertex up = parent; up != null && up.state == State.DONE; up = up.parent) {
            up.state = State.SETTLED;
            up.failure = null;
        }
    }

    void listen(Listener listener) {
        listeners = grown(listeners, listener);
    }

    /** Whether the target has not been taken over for these groups before. */
    boolean take(Vertex target, CloseInfo close) {
        if (taken.isEmpty()) {
            taken = new HashSet<>(2);
        }
        return taken.add(new Taken(target, close));
    }

    /** Whether references have brought anything. */
    boolean takesOver() {
        return !taken.isEmpty();
    }

    // --- fields

    /** All fields and elements. */
    List<Vertex> arcs() {
        unfold();
        return arcs == null ? List.of() : arcs.all();
    }

    /** All fields and elements but the optional ones that nobody has asked for. */
    List<Vertex> knownArcs() {
        unfold();
        return arcs == null ? List.of() : arcs.known();
    }

    /** The elements, and the fields that are there or must be. */
    List<Vertex> demanded() {
        unfold();
        return arcs == null ? List.of() : arcs.demanded();
    }

    Set<FieldLabel> labels() {
        unfold();
        return arcs == null ? Set.of() : arcs.labels();
    }

    @Nullable
    Vertex arc(FieldLabel name) {
        unfold();
        return arcs == null ? null : arcs.get(name);
    }

    /** A field that is there, or an element. */
    @Nullable
    Vertex member(FieldLabel name) {
        unfold();
        Vertex arc = arcs == null ? null : arcs.known(name);
        return arc != null && arc.arcType == ArcType.MEMBER ? arc : null;
    }

    void putArc(FieldLabel name, Vertex arc) {
        grownArcs().put(name, arc);
    }

    /** Declares an optional field without making a vertex of it; false if one must be made. */
    boolean declareOptional(FieldLabel name, Conjunct conjunct, Place labelPlace) {
        unfold();
        return patterns.isEmpty() && grownArcs().declare(name, conjunct, labelPlace);
    }

    private ArcMap grownArcs() {
        if (arcs == null) {
            arcs = new ArcMap(this);
        }
        return arcs;
    }

    /** Forgets the fields or elements, after the last one who could ask for them has. */
    void release() {
        arcs = null;
        parts = List.of();
    }

    List<Place> labelPlaces() {
        return labelPlaces;
    }

    void addLabelPlace(Place place) {
        labelPlaces = grown(labelPlaces, place);
    }

    // --- what is known

    List<Contribution> contributions() {
        return contributions;
    }

    void addContribution(Contribution contribution) {
        contributions = grown(contributions, contribution);
    }

    List<Constraint> constraints() {
        return constraints;
    }

    void addConstraint(Constraint constraint) {
        constraints = grown(constraints, constraint);
    }

    void setConstraints(List<Constraint> kept) {
        constraints = kept;
    }

    List<Validator> validators() {
        return validators;
    }

    void addValidator(Validator validator) {
        validators = grown(validators, validator);
    }

    List<Rest> rests() {
        return rests;
    }

    void addRest(Rest rest) {
        rests = grown(rests, rest);
    }

    List<Pattern> patterns() {
        return patterns;
    }

    void addPattern(Pattern pattern) {
        patterns = grown(patterns, pattern);
    }

    List<Requirement> requirements() {
        return requirements;
    }

    void addRequirement(Requirement requirement) {
        for (Requirement known : requirements) {
            if (known.group() == requirement.group()) {
                if (!requirement.recursive() || known.recursive()) {
                    return;
                }
                requirements = new ArrayList<>(requirements);
                requirements.remove(known);
                break;
            }
        }
        requirements = grown(requirements, requirement);
    }

    List<CloseInfo> ellipses() {
        return ellipses;
    }

    void addEllipsis(CloseInfo close) {
        ellipses = grown(ellipses, close);
    }

    List<Conjunct> choices() {
        return choices;
    }

    void addChoice(Conjunct disjunction) {
        choices = grown(choices, disjunction);
    }

    /** The disjunction, if there is no other. */
    @Nullable
    Conjunct onlyChoice() {
        return choices.size() == 1 && later.isEmpty() ? choices.get(0) : null;
    }

    /** Takes the only disjunction away. */
    void dropChoice() {
        choices = List.of();
    }

    /** Takes the first disjunction away and lets the others wait until nested ones are multiplied out. */
    Conjunct takeChoice() {
        Conjunct first = choices.get(0);
        later = grown(later, List.copyOf(choices.subList(1, choices.size())));
        choices = List.of();
        return first;
    }

    /** Takes up the disjunctions that waited for the nested ones of the innermost level. */
    void resumeChoices() {
        int innermost = later.size() - 1;
        choices = later.get(innermost);
        later = List.copyOf(later.subList(0, innermost));
    }

    /** Whether disjunctions are left. */
    boolean hasChoices() {
        return !choices.isEmpty() || !later.isEmpty();
    }

    List<Part> parts() {
        unfold();
        return parts;
    }

    void addPart(Part part) {
        unfold();
        parts = grown(parts, part);
    }

    List<CloseInfo> hollow() {
        return hollow;
    }

    void addHollow(CloseInfo close) {
        hollow = grown(hollow, close);
    }

    List<Task> tasks() {
        return tasks;
    }

    void addTask(Task task) {
        tasks = grown(tasks, task);
    }

    void setTasks(List<Task> left) {
        tasks = left;
    }

    List<Bottom> errors() {
        return errors;
    }

    void addError(Bottom bottom) {
        if (state == State.DONE && !started) {
            state = State.SETTLED;
        }
        if (!errors.contains(bottom)) {
            errors = grown(errors, bottom);
        }
    }

    boolean failed() {
        return finalError() != null;
    }

    /** The first error that nothing could mend; null if there is none. */
    @Nullable
    Bottom finalError() {
        for (Bottom error : errors) {
            if (!error.incomplete()) {
                return error;
            }
        }
        return null;
    }

    /** Whether all that is known is what a scalar must be. */
    boolean isScalarRule() {
        return state == State.DONE
                && failure == null
                && (kinds & (Kinds.STRUCT | Kinds.LIST)) == 0
                && scalar == null
                && shared == null
                && alternatives == null
                && errors.isEmpty()
                && tasks.isEmpty()
                && arcType == ArcType.MEMBER;
    }

    /** Number of elements of the list in its closed form. */
    int elements() {
        return length >= 0 ? length : leastLength;
    }

    private static <T> List<T> grown(List<T> list, T element) {
        if (list.isEmpty()) {
            return List.of(element);
        }
        List<T> target = list;
        if (!(list instanceof ArrayList)) {
            target = new ArrayList<>(list.size() + 1);
            target.addAll(list);
        }
        target.add(element);
        return target;
    }

    /** A copy to try an alternative on: the same knowledge, fields not yet evaluated, names bound to the copy. */
    Vertex copy() {
        unfold();
        Vertex copy = new Vertex(parent, label, original);
        Rebinding rebinding = new Rebinding(this, copy);
        copy.arcType = arcType;
        copy.started = started;
        copy.conjuncts = rebinding.all(conjuncts);
        if (queue != null) {
            queue.forEach(c -> copy.queue(rebinding.apply(c)));
        }
        recursive.forEach(c -> copy.queue(rebinding.apply(c)));
        copy.data = data;
        copy.recursing = recursing;
        copy.taken = taken.isEmpty() ? taken : new HashSet<>(taken);
        copy.arcs = arcs == null ? null : arcs.copy(copy, rebinding::apply);
        copy.labelPlaces = List.copyOf(labelPlaces);
        copy.kinds = kinds;
        copy.contributions = List.copyOf(contributions);
        copy.scalar = scalar;
        copy.scalarSource = scalarSource;
        copy.constraints = List.copyOf(constraints);
        validators.forEach(v -> copy.addValidator(v.with(rebinding.apply(v.conjunct()))));
        copy.length = length;
        copy.leastLength = leastLength;
        copy.lengthPlace = lengthPlace;
        rests.forEach(r -> copy.addRest(new Rest(r.from(), rebinding.apply(r.value()))));
        copy.structByDefault = structByDefault;
        copy.embedsTop = embedsTop;
        patterns.forEach(p -> copy.addPattern(new Pattern(p.matcher(), p.source(), rebinding.apply(p.value()))));
        copy.requirements = List.copyOf(requirements);
        copy.ellipses = List.copyOf(ellipses);
        copy.hollow = List.copyOf(hollow);
        parts.forEach(p -> copy.addPart(new Part(p.literal(), p.from(), p.close(), new ArrayList<>(p.labels()))));
        tasks.forEach(t -> copy.addTask(new Task(rebinding.apply(t.conjunct), t.reference, t.action, t.body)));
        copy.choices = rebinding.all(choices);
        later.forEach(level -> copy.later = grown(copy.later, rebinding.all(level)));
        copy.grounded = grounded;
        copy.recursion = recursion;
        copy.iterated = iterated;
        copy.errors = List.copyOf(errors);
        return copy;
    }

    /** The same field or element below a copy of what it is part of, nothing of it taken in. */
    Vertex unevaluated(Vertex copyOfParent, UnaryOperator<Conjunct> change) {
        Vertex fresh = new Vertex(copyOfParent, label, original);
        fresh.arcType = arcType;
        fresh.labelPlaces = List.copyOf(labelPlaces);
        for (Conjunct conjunct : conjuncts) {
            fresh.add(change.apply(conjunct));
        }
        return fresh;
    }

    /** Replaces one vertex in environments. */
    private record Rebinding(Vertex from, Vertex to, Map<Environment, Environment> known) {
        Rebinding(Vertex from, Vertex to) {
            this(from, to, new IdentityHashMap<>());
        }

        List<Conjunct> all(List<Conjunct> conjuncts) {
            if (conjuncts.size() == 1) {
                return List.of(apply(conjuncts.get(0)));
            }
            List<Conjunct> rebound = new ArrayList<>(conjuncts.size());
            for (Conjunct conjunct : conjuncts) {
                rebound.add(apply(conjunct));
            }
            return rebound;
        }

        Conjunct apply(Conjunct conjunct) {
            Environment env = apply(conjunct.env());
            return env == conjunct.env() ? conjunct : conjunct.with(env);
        }

        private Environment apply(Environment env) {
            Environment before = known.get(env);
            if (before != null) {
                return before;
            }
            Environment outer = env.outer == null ? null : apply(env.outer);
            Vertex vertex = env.vertex == from ? to : env.vertex;
            Environment after = outer == env.outer && vertex == env.vertex ? env : env.rebound(outer, vertex);
            known.put(env, after);
            return after;
        }
    }
}

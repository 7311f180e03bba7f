// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.builtin.RegexpCache;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Works on vertices on demand: settles one (its own value and the set of its fields), or finishes one (everything
 * below, too). A vertex that is asked for while it is being worked on answers from what is there; where that is not
 * enough, the asking task waits, and the outermost vertex of such a circle breaks it.
 */
final class Evaluator {
    final Expansion expansion = new Expansion(this);
    final Computation computation = new Computation(this);
    final References references = new References(this);
    final LibraryCalls library = new LibraryCalls(this);
    final Disjunctions disjunctions = new Disjunctions(this);
    final Limits limits = new Limits();
    final RegexpCache patterns = new RegexpCache();
    final PresenceTests presenceTests = new PresenceTests(this);
    private final List<Bottom> unsupported = new ArrayList<>();
    private int active;
    /** The top of the file once nothing can be added to it; null before. */
    private @Nullable Vertex finishedFile;

    private int unsupportedInFile;
    /** Whether the value of an optional field is a name, or a literal that may hold one. */
    boolean optionalNames;

    /** An error for what cannot be evaluated yet; it is kept, so that nothing can hide it. */
    Signal.Failed unsupported(Vertex at, Place place, String what) {
        Bottom bottom = Bottom.fatal(ErrorKind.UNSUPPORTED, at, place, what + " is not supported yet");
        if (!unsupported.contains(bottom)) {
            unsupported.add(bottom);
        }
        return new Signal.Failed(bottom);
    }

    List<Bottom> unsupported() {
        return unsupported;
    }

    /** From now on only questions about the file are asked. */
    void endFile(Vertex root) {
        finishedFile = root;
        unsupportedInFile = unsupported.size();
        presenceTests.endFile();
    }

    /** Forgets what the last question about the finished file took and left behind. */
    void nextQuestion() {
        limits.restart();
        unsupported.subList(unsupportedInFile, unsupported.size()).clear();
        presenceTests.nextQuestion();
    }

    /** Whether a vertex is the top of the finished file. */
    boolean isFinishedFile(Vertex vertex) {
        return vertex == finishedFile;
    }

    /** Whether nothing can be added to a vertex any more, because it is part of the finished file. */
    boolean isInFinishedFile(Vertex vertex) {
        if (finishedFile == null) {
            return false;
        }
        Vertex v = vertex;
        while (v.parent != null && v.parent != finishedFile) {
            v = v.parent;
        }
        return v.parent != null && finishedFile.arc(v.label) == v;
    }

    /**
     * Makes the vertex itself known.
     *
     * @return 0 if it is, else the position of the vertex further out that it waits for
     */
    int settle(Vertex vertex) {
        if (vertex.state != Vertex.State.OPEN) {
            return 0;
        }
        if (vertex.settling > 0) {
            return vertex.frozen ? 0 : vertex.settling;
        }
        vertex.settling = enter(vertex);
        try {
            begin(vertex);
            return settleActive(vertex);
        } finally {
            active--;
            vertex.settling = 0;
            vertex.frozen = false;
        }
    }

    /**
     * Takes in what a copy has got, up to its disjunctions, which stay for the caller.
     *
     * @return 0, or the position of the vertex further out that it waits for
     */
    int settleBeforeChoices(Vertex vertex) {
        vertex.settling = enter(vertex);
        try {
            begin(vertex);
            int blocked = work(vertex);
            return blocked >= vertex.settling ? 0 : blocked;
        } finally {
            active--;
            vertex.settling = 0;
        }
    }

    private int enter(Vertex vertex) {
        active++;
        if (active > Limits.MAX_ACTIVE) {
            active--;
            throw limits.exceeded(vertex, "references lead through more than " + Limits.MAX_ACTIVE + " steps");
        }
        return active;
    }

    private void begin(Vertex vertex) {
        if (vertex.started) {
            return;
        }
        vertex.started = true;
        limits.count(vertex);
        Closedness.inherit(vertex);
    }

    private int settleActive(Vertex vertex) {
        while (true) {
            int blocked = work(vertex);
            if (blocked == 0 && !vertex.choices().isEmpty() && vertex.alternatives == null && !vertex.failed()) {
                blocked = disjunctions.resolve(vertex);
                if (vertex.hasWork()) {
                    continue;
                }
            }
            if (blocked == 0 && vertex.scalar != null && !vertex.validators().isEmpty()) {
                blocked = Validators.run(vertex);
            }
            if (blocked == 0 || (vertex.frozen && blocked >= vertex.settling)) {
                Conclusion.draw(vertex, patterns);
                vertex.state = Vertex.State.SETTLED;
                return 0;
            }
            if (blocked < vertex.settling) {
                return blocked;
            }
            vertex.frozen = true;
        }
    }

    /** Takes in all conjuncts and runs the tasks until nothing moves any more; answers what the tasks wait for. */
    private int work(Vertex vertex) {
        while (true) {
            for (Conjunct next = vertex.next(); next != null; next = vertex.next()) {
                limits.countStep(vertex);
                if (next.trail().cyclic() && Expansion.isLiteral(next.expr()) && !vertex.data && !vertex.recursing) {
                    vertex.defer(next);
                } else {
                    expansion.expand(vertex, next);
                }
            }
            boolean progress = run(vertex, true);
            if (!progress && !vertex.hasWork() && !vertex.recursing) {
                vertex.recurse();
                progress = vertex.hasWork() || run(vertex, true);
            }
            if (vertex.tasks().isEmpty() && !vertex.hasWork()) {
                return 0;
            }
            if (!progress && !vertex.hasWork()) {
                if (Conclusion.isCyclic(vertex)) {
                    return 0;
                }
                progress = run(vertex, false);
            }
            if (!progress && !vertex.hasWork()) {
                return vertex.waitsFor;
            }
        }
    }

    /** Runs the tasks that are references, or the others; answers whether any could be done. */
    private boolean run(Vertex vertex, boolean references) {
        List<Task> todo = vertex.tasks();
        if (todo.isEmpty()) {
            vertex.waitsFor = references ? 0 : vertex.waitsFor;
            return false;
        }
        vertex.setTasks(List.of());
        vertex.running = todo;
        List<Task> left = new ArrayList<>();
        boolean progress = false;
        int blocked = references ? 0 : vertex.waitsFor;
        for (Task task : todo) {
            if (task.reference != references) {
                left.add(task);
                continue;
            }
            limits.countStep(vertex);
            try {
                task.action.run(vertex, task.conjunct);
                progress = true;
            } catch (Signal.Failed failed) {
                if (failed.bottom.incomplete()) {
                    task.pending = failed.bottom;
                    left.add(task);
                } else {
                    progress = true;
                    vertex.addError(failed.bottom);
                }
            } catch (Signal.LeadsBack recursion) {
                left.add(task);
            } catch (Signal.Blocked waiting) {
                blocked = least(blocked, waiting.depth);
                task.pending = null;
                left.add(task);
            }
        }
        left.addAll(vertex.tasks());
        vertex.setTasks(left);
        vertex.running = List.of();
        vertex.waitsFor = blocked;
        return progress;
    }

    /**
     * Makes a vertex and everything below it known.
     *
     * @return 0 if it is, else the position of the vertex further out that it waits for
     */
    int finish(Vertex vertex) {
        if (vertex.state == Vertex.State.DONE) {
            return 0;
        }
        if (vertex.finishing > 0) {
            return vertex.finishing;
        }
        int blocked = settle(vertex);
        if (blocked > 0 || vertex.state == Vertex.State.OPEN) {
            return blocked;
        }
        vertex.finishing = enter(vertex);
        try {
            return finishActive(vertex);
        } finally {
            active--;
            vertex.finishing = 0;
        }
    }

    private int finishActive(Vertex vertex) {
        int rounds = 0;
        while (true) {
            int blocked = finishBelow(vertex);
            if (vertex.state == Vertex.State.OPEN) {
                int again = settle(vertex);
                if (again > 0) {
                    return again;
                }
                rounds++;
                if (rounds > Limits.MAX_ROUNDS) {
                    throw limits.exceeded(vertex, "the set of fields does not settle");
                }
                continue;
            }
            if (blocked > 0 && blocked < vertex.finishing) {
                return blocked;
            }
            if (vertex.scalar == null && !vertex.validators().isEmpty()) {
                int waiting = Validators.run(vertex);
                if (waiting > 0 && waiting < vertex.finishing) {
                    return waiting;
                }
                if (vertex.state == Vertex.State.OPEN) {
                    continue;
                }
            }
            Conclusion.finish(vertex);
            vertex.state = Vertex.State.DONE;
            return 0;
        }
    }

    private int finishBelow(Vertex vertex) {
        if (vertex.shared != null) {
            return finish(vertex.shared);
        }
        if (vertex.alternatives != null) {
            int blocked = 0;
            for (Alternative alternative : vertex.alternatives) {
                blocked = least(blocked, finish(alternative.vertex()));
            }
            return blocked;
        }
        if (vertex.folded() != null || vertex.labels().isEmpty() || Conclusion.endsHere(vertex)) {
            return 0;
        }
        int blocked = 0;
        for (Vertex arc : vertex.demanded()) {
            blocked = least(blocked, finish(arc));
            if (arc.failure != null && arc.failure.kind() != ErrorKind.CLOSED && isTried(vertex)) {
                return blocked;
            }
        }
        return blocked;
    }

    /** Whether a vertex is part of an alternative that is being tried: its first final error ends the trial. */
    private static boolean isTried(Vertex vertex) {
        for (Vertex v = vertex; v != null; v = v.parent) {
            if (v.original.tried == v) {
                return true;
            }
        }
        return false;
    }

    /** The vertex of an expression that stands beside the file. */
    Vertex probe(Vertex root, Environment scope, CompiledExpr expr) {
        Conjunct conjunct = new Conjunct(scope, expr, CloseInfo.NONE, Trail.START, Via.NONE);
        if (References.isReference(expr)) {
            return references.resolve(root, conjunct, expr);
        }
        Vertex vertex = new Vertex(root, FieldLabel.variable("expression"));
        vertex.add(conjunct);
        return vertex;
    }

    private static int least(int a, int b) {
        return a == 0 ? b : b == 0 ? a : Math.min(a, b);
    }

    /** Follows sharing and defaults to the vertex that holds the value; itself if there is no single one. */
    Vertex resolved(Vertex vertex) {
        Vertex v = vertex;
        while (true) {
            if (v.shared != null) {
                v = v.shared;
                settle(v);
                continue;
            }
            Vertex single = single(v);
            if (single == null) {
                return v;
            }
            v = single;
        }
    }

    private static @Nullable Vertex single(Vertex vertex) {
        List<Alternative> alternatives = vertex.alternatives;
        if (alternatives == null) {
            return null;
        }
        if (alternatives.size() == 1) {
            return alternatives.get(0).vertex();
        }
        Vertex found = null;
        for (Alternative alternative : alternatives) {
            if (alternative.mode() == Mode.IS) {
                if (found != null) {
                    return null;
                }
                found = alternative.vertex();
            }
        }
        return found;
    }

    /** The position of the outermost vertex above this one that may still add to it; 0 if there is none. */
    int unsettledAbove(Vertex vertex) {
        int depth = 0;
        for (Vertex up = vertex.parent; up != null; up = up.parent) {
            if (up.state == Vertex.State.OPEN && !up.frozen) {
                depth = least(depth, settle(up));
            }
        }
        return depth;
    }

    /** Whether a finished scalar fulfils what a vertex asks for; alternatives count without their defaults. */
    static boolean accepts(Vertex vertex, Scalar value) {
        if (vertex.shared != null) {
            return accepts(vertex.shared, value);
        }
        if (vertex.alternatives != null) {
            return vertex.alternatives.stream().anyMatch(a -> accepts(a.vertex(), value));
        }
        if (vertex.failed() || (vertex.kinds & value.kind()) == 0) {
            return false;
        }
        if (vertex.scalar != null && !vertex.scalar.equals(value)) {
            return false;
        }
        return vertex.constraints().stream().allMatch(c -> Bounds.holds(c.op(), value, c.limit()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.value.CueError;
import io.invowk.maven.cue.value.ErrorKind;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.cue.value.ValuePath;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Evaluates one compiled file: as a whole, or an expression in its scope. Not for several threads. */
public final class Interpreter {
    /** Characters of a path that are shown. */
    private static final int MAX_PATH = 200;

    private final Evaluator evaluator = new Evaluator();
    private final Vertex root;
    private final Environment scope;
    private final Place place;

    /** Prepares to evaluate a file. */
    public Interpreter(CompiledExpr.StructLiteral file) {
        root = new Vertex(null, FieldLabel.variable("file"));
        place = file.place();
        Environment outside = new Environment(null, root);
        root.add(new Conjunct(outside, file, CloseInfo.NONE, Trail.START, Via.NONE));
        scope = new Environment(outside, root);
    }

    /**
     * What an evaluation gave.
     *
     * @param value empty if there are errors, or if no concrete value was asked for
     * @param errors in the order they are shown
     */
    public record Result(Optional<Value> value, List<CueError> errors) {
        public Result {
            errors = List.copyOf(errors);
        }
    }

    /** The concrete value of the whole file. The last question: nothing is left of the file behind it. */
    public Result export() {
        return guarded(() -> {
            finish();
            return export(root, Exporter.last(evaluator));
        });
    }

    /** The errors of the file that no further data could mend. */
    public Result evaluate() {
        return guarded(() -> {
            finish();
            return new Result(Optional.empty(), errors(fatal(root)));
        });
    }

    /** The concrete value of an expression in the scope of the file; errors elsewhere do not count. */
    public Result export(CompiledExpr expr) {
        return guarded(() -> {
            finish();
            return export(evaluator.probe(root, scope, expr), new Exporter(evaluator));
        });
    }

    /**
     * A finished value after it was unified with a schema in the scope of the file. May be asked again and again: nothing
     * stays of one question for the next.
     *
     * @param unified the value as an expression and the schema, unified
     */
    public Result complete(Value value, CompiledExpr unified) {
        return guarded(() -> {
            if (evaluator.isFinishedFile(root)) {
                evaluator.nextQuestion();
            } else {
                evaluator.finish(root);
                evaluator.endFile(root);
            }
            Vertex vertex = evaluator.probe(root, scope, unified);
            if (fatal(vertex).isEmpty()) {
                Value complete = new Completion(evaluator).of(vertex, value);
                if (complete != null) {
                    return new Result(Optional.of(complete), List.of());
                }
            }
            return export(vertex, new Exporter(evaluator));
        });
    }

    private void finish() {
        evaluator.finish(root);
        evaluator.presenceTests.verify();
        if (evaluator.optionalNames) {
            new OptionalRings(evaluator).search(root);
        }
    }

    /** Work that may exceed a limit. */
    private interface Work {
        Result run();
    }

    private Result guarded(Work work) {
        try {
            Result result = work.run();
            if (evaluator.unsupported().isEmpty()) {
                return result;
            }
            return new Result(Optional.empty(), errors(evaluator.unsupported()));
        } catch (Limits.Exceeded exceeded) {
            return new Result(Optional.empty(), errors(List.of(exceeded.bottom)));
        } catch (Signal.Failed failed) {
            return new Result(Optional.empty(), errors(List.of(failed.bottom)));
        }
    }

    private Result export(Vertex vertex, Exporter exporter) {
        List<Bottom> fatal = fatal(vertex);
        if (!fatal.isEmpty()) {
            return new Result(Optional.empty(), errors(fatal));
        }
        Value value = exporter.export(vertex, place);
        if (!exporter.incomplete().isEmpty()) {
            return new Result(Optional.empty(), errors(exporter.incomplete()));
        }
        return new Result(Optional.of(value), List.of());
    }

    private List<Bottom> fatal(Vertex vertex) {
        evaluator.finish(vertex);
        evaluator.presenceTests.verify();
        Set<Bottom> found = new LinkedHashSet<>();
        collect(vertex, found, Collections.newSetFromMap(new IdentityHashMap<>()));
        return List.copyOf(found);
    }

    private static void collect(Vertex vertex, Set<Bottom> found, Set<Vertex> seen) {
        boolean right = vertex.state == Vertex.State.DONE && vertex.failure == null;
        if (right || !seen.add(vertex)) {
            return;
        }
        for (Bottom error : vertex.errors()) {
            if (!error.incomplete()) {
                found.add(error);
            }
        }
        if (vertex.shared != null) {
            collect(vertex.shared, found, seen);
            return;
        }
        if (vertex.alternatives != null) {
            if (vertex.alternatives.size() == 1) {
                collect(vertex.alternatives.get(0).vertex(), found, seen);
            }
            return;
        }
        if (vertex.folded() != null) {
            return;
        }
        for (Vertex arc : vertex.demanded()) {
            collect(arc, found, seen);
        }
    }

    private static List<CueError> errors(List<Bottom> bottoms) {
        List<Bottom> ordered = new ArrayList<>(new LinkedHashSet<>(bottoms));
        if (ordered.size() > 1) {
            ordered.sort(shownOrder());
        }
        List<CueError> errors = new ArrayList<>();
        for (Bottom bottom : ordered) {
            errors.add(error(bottom));
        }
        return errors;
    }

    /** Errors with a primary place follow those without, by place; ties by path, then by text. */
    private static Comparator<Bottom> shownOrder() {
        return Comparator.comparing((Bottom b) -> b.primary() != null)
                .thenComparing(Interpreter::start)
                .thenComparing(b -> b.at().path(), Interpreter::comparePaths)
                .thenComparing(Bottom::message);
    }

    /** Where an error stands in the text; a final one without a primary place stands nowhere. */
    private static int start(Bottom bottom) {
        Place primary = bottom.primary();
        return primary == null ? 0 : primary.span().start();
    }

    private static int comparePaths(ValuePath a, ValuePath b) {
        for (int i = 0; i < a.labels().size() && i < b.labels().size(); i++) {
            int order = a.labels().get(i).toString().compareTo(b.labels().get(i).toString());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.labels().size(), b.labels().size());
    }

    private static CueError error(Bottom bottom) {
        List<Place> places = bottom.places();
        Diagnostic diagnostic =
                places.isEmpty() ? Diagnostic.of(bottom.message()) : Diagnostic.at(places.get(0), bottom.message());
        String path = bottom.at().path().toString();
        if (!path.isEmpty()) {
            diagnostic = diagnostic.note("at " + shortened(path));
        }
        for (String note : bottom.notes()) {
            diagnostic = diagnostic.note(note);
        }
        for (int i = 1; i < places.size(); i++) {
            diagnostic = diagnostic.also("also set here", places.get(i));
        }
        Place use = use(bottom.at(), places);
        if (use != null) {
            diagnostic = diagnostic.also("used here", use);
        }
        Optional<String> help = bottom.kind() == ErrorKind.CLOSED && bottom.at().parent != null
                ? Closedness.meant(bottom.at())
                : bottom.help();
        if (help.isPresent()) {
            diagnostic = diagnostic.help(help.get());
        }
        return new CueError(bottom.kind(), bottom.at().path(), diagnostic);
    }

    private static String shortened(String path) {
        int half = MAX_PATH / 2;
        return path.length() <= MAX_PATH ? path : path.substring(0, half) + "…" + path.substring(path.length() - half);
    }

    /** Where the user put a template to use that an error is in; null if a place that is shown says it. */
    private static @Nullable Place use(Vertex at, List<Place> shown) {
        Place use = null;
        for (Conjunct conjunct : at.conjuncts()) {
            Place way = conjunct.via().use();
            if (way == null) {
                Place own = conjunct.expr().place();
                if (shown.stream().anyMatch(place -> isWithin(place, own))) {
                    return null;
                }
            } else if (use == null) {
                use = way;
            }
        }
        Place found = use;
        return found == null || shown.stream().anyMatch(place -> isBeside(place, found)) ? null : found;
    }

    private static boolean isBeside(Place a, Place b) {
        return a.source().equals(b.source())
                && a.position().line() == b.position().line();
    }

    private static boolean isWithin(Place inner, Place outer) {
        return inner.source().equals(outer.source())
                && inner.span().start() >= outer.span().start()
                && inner.span().end() <= outer.span().end();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.invkfile.RuntimeKind;
import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.process.ExitHook;
import io.invowk.maven.process.OpenStreams;
import io.invowk.maven.process.Stdio;
import io.invowk.maven.shell.LocalFiles;
import io.invowk.maven.shell.Shell;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs commands in the shell that is part of this program; only what they start are processes. */
public final class VirtualRuntime implements CommandRuntime {
    /** {@code $0} of a script that stands in the invkfile. */
    private static final String NAME = "invowk";

    private final Duration timeout;
    private final boolean utilities;
    private final ScriptPlaces places;

    /**
     * A runtime.
     *
     * @param timeout how long a command may run; zero: no limit
     * @param utilities whether the utilities inside the shell win over programs of the same name
     * @param places finds in an invkfile what is wrong with a script that stands there
     */
    public VirtualRuntime(Duration timeout, boolean utilities, ScriptPlaces places) {
        this.timeout = timeout;
        this.utilities = utilities;
        this.places = places;
    }

    @Override
    public Outcome run(ExecutionPlan plan, Stdio stdio) {
        Path workdir = WorkingDirectoryCheck.check(plan);
        Optional<Path> file = plan.script().file().map(Path::normalize);
        SourceText script = new SourceText(
                file.map(Path::toString).orElse(NAME), plan.script().text());
        Instant started = Instant.now();
        OptionalInt status;
        try {
            status = run(plan, script, workdir, stdio);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RunFailure.of(plan, new InterruptedIOException());
        } catch (IOException e) {
            throw RunFailure.of(plan, e);
        } catch (UserException e) {
            throw file.isPresent() ? e : inInvkfile(e, plan.script());
        }
        return new Outcome(
                RuntimeKind.VIRTUAL,
                status.orElse(Outcome.TIMED_OUT),
                status.isEmpty(),
                started,
                Instant.now(),
                Optional.empty());
    }

    private OptionalInt run(ExecutionPlan plan, SourceText script, Path workdir, Stdio stdio)
            throws InterruptedException, IOException {
        ExitHook hook = ExitHook.forThisThread();
        try (OpenStreams streams = OpenStreams.of(stdio)) {
            return new Shell(new ShellPrograms(streams), new LocalFiles(), utilities)
                    .run(
                            new Shell.Request(script, plan.words(), plan.environment(), workdir),
                            new Shell.Streams(streams.input(), streams.output(), streams.errors()),
                            timeout);
        } finally {
            hook.close();
        }
    }

    /** The problems of a script at their places in the invkfile that it stands in. */
    private UserException inInvkfile(UserException e, ExecutionPlan.ScriptText script) {
        List<Diagnostic> placed = new ArrayList<>();
        for (Diagnostic problem : e.diagnostics()) {
            placed.add(problem.place()
                    .map(place -> places.find(script.origin(), script.text(), place.span())
                            .map(found -> new Diagnostic(
                                    problem.message(), Optional.of(found), problem.notes(), problem.help()))
                            .orElseGet(() -> new Diagnostic(
                                            problem.message(),
                                            Optional.of(script.origin()),
                                            problem.notes(),
                                            problem.help())
                                    .note("in line " + place.position().line() + " of the script: "
                                            + place.source()
                                                    .line(place.position().line())
                                                    .strip())))
                    .orElse(problem));
        }
        return new UserException(placed);
    }
}

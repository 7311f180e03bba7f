// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.runtime.EngineUnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Runs commands one after the other; the first that fails is the last. */
final class RunSequence {
    private final Consumer<RunRequest> reader;
    private final Runner runner;

    /** Runs one command. */
    interface Runner {
        /** Empty if a list or help was shown instead. */
        Optional<RunResult> run(RunRequest request) throws IOException, EngineUnavailableException;
    }

    /**
     * A sequence.
     *
     * @param reader throws if the words of a request mean nothing
     */
    RunSequence(Consumer<RunRequest> reader, Runner runner) {
        this.reader = reader;
        this.runner = runner;
    }

    /**
     * Runs all.
     *
     * @param ended gets each that was run, the one that failed as well
     * @return what to say if one failed; empty if all succeeded
     * @throws UserException with all that is wrong in the words of any, before the first is run
     */
    Optional<String> run(List<RunRequest> requests, BiConsumer<RunRequest, RunResult> ended)
            throws IOException, EngineUnavailableException {
        if (requests.size() > 1) {
            readAll(requests);
        }
        for (int number = 0; number < requests.size(); number++) {
            RunRequest request = requests.get(number);
            Optional<RunResult> result = run(request, requests.subList(number + 1, requests.size()));
            if (result.isPresent()) {
                ended.accept(request, result.get());
                if (!result.get().message().isEmpty()) {
                    return Optional.of(result.get().message() + notStarted(requests, number + 1));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<RunResult> run(RunRequest request, List<RunRequest> left)
            throws IOException, EngineUnavailableException {
        try {
            return runner.run(request);
        } catch (UserException e) {
            if (left.isEmpty()) {
                throw e;
            }
            List<Diagnostic> problems = new ArrayList<>(e.diagnostics());
            problems.add(Diagnostic.of("commands that were not started after it: " + names(left)));
            throw new UserException(problems);
        }
    }

    private void readAll(List<RunRequest> requests) {
        List<Diagnostic> problems = new ArrayList<>();
        for (RunRequest request : requests) {
            try {
                reader.accept(request);
            } catch (UserException e) {
                problems.addAll(e.diagnostics());
            }
        }
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
    }

    private static String notStarted(List<RunRequest> requests, int from) {
        List<RunRequest> left = requests.subList(from, requests.size());
        return left.isEmpty() ? "" : "\n    = not started after it: " + names(left);
    }

    private static String names(List<RunRequest> requests) {
        return String.join(", ", requests.stream().map(RunRequest::cmd).toList());
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.state.Option;
import io.invowk.maven.shell.state.Options;
import io.invowk.maven.shell.state.Variables;
import io.invowk.maven.shell.syntax.Command;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shell execution environment: POSIX XCU 2.13. A subshell has a copy. */
final class Environment {
    final Session session;
    final Cancellation cancellation;
    final Variables variables;
    final Values values;
    final Options options;
    final DescriptorTable descriptors;
    final Map<String, Command.Function> functions;
    final Map<String, String> aliases;
    final Map<String, Path> remembered;
    final List<Job> jobs = new ArrayList<>();
    final List<Fifo> fifos = new ArrayList<>();
    final Traps traps;
    /** The directories of {@code pushd} below the working directory. */
    final List<String> directoryStack;
    /** The names of the functions that run, innermost first. */
    final Deque<String> calls;
    /** The names of the sourced files that run, innermost first. */
    final Deque<String> sources;

    List<String> positionals = List.of();
    /** Changes whenever {@code set} gives new positional parameters. */
    int positionalVersion;
    /** {@code $0}. */
    String name;
    /** The working directory as the user sees it, absolute. */
    Path directory;

    int mask;
    /** Where {@code getopts} is within a word; 0 at its beginning. */
    int optionOffset;
    /** What {@code OPTIND} was when it got there. */
    String optionIndex = "1";

    int status;
    int[] pipeStatus = {0};
    /** {@code $!}; 0 before the first one. */
    long lastJob;
    /** {@code $!} of the environment that this is a copy of: no job of this one. */
    long inheritedJob;
    /** The exit status of the command substitution that ran last in this command; -1 if none did. */
    int substitutionStatus = -1;
    /** The line that runs. */
    int line;
    /** Function calls, sourced files and subshells around this. */
    int depth;
    /** How many loops of this function are running. */
    int loops;
    /** Whether this is a subshell. */
    boolean subshell;
    /** Changes whenever an alias does. */
    int aliasVersion;

    Environment(Session session, String name, Path directory, int mask) {
        this.session = session;
        this.cancellation = session.cancellation();
        this.values = new Values(this, System.nanoTime());
        this.variables = new Variables(values);
        this.options = new Options();
        this.descriptors = new DescriptorTable();
        this.functions = new HashMap<>();
        this.aliases = new HashMap<>();
        this.remembered = new HashMap<>();
        this.traps = new Traps();
        this.directoryStack = new ArrayList<>();
        this.calls = new ArrayDeque<>();
        this.sources = new ArrayDeque<>();
        this.name = name;
        this.directory = directory;
        this.mask = mask;
    }

    private Environment(Environment parent, Cancellation cancellation) {
        this.session = parent.session;
        this.cancellation = cancellation;
        this.values = new Values(this, parent.values.start());
        this.variables = parent.variables.copy(values);
        this.options = parent.options.copy();
        this.descriptors = parent.descriptors.copy();
        this.functions = new HashMap<>(parent.functions);
        this.aliases = new HashMap<>(parent.aliases);
        this.remembered = new HashMap<>(parent.remembered);
        this.traps = parent.traps.forSubshell(parent.options.has(Option.ERRTRACE));
        this.directoryStack = new ArrayList<>(parent.directoryStack);
        this.calls = new ArrayDeque<>(parent.calls);
        this.sources = new ArrayDeque<>(parent.sources);
        this.positionals = parent.positionals;
        this.name = parent.name;
        this.directory = parent.directory;
        this.mask = parent.mask;
        this.status = parent.status;
        this.pipeStatus = parent.pipeStatus;
        this.lastJob = parent.lastJob;
        this.inheritedJob = parent.lastJob;
        this.line = parent.line;
        this.depth = parent.depth + 1;
        this.loops = parent.loops;
        this.subshell = true;
    }

    /** The environment of a subshell. */
    Environment forSubshell() {
        return new Environment(this, cancellation);
    }

    /** The environment of a subshell that can be ended on its own. */
    Environment forJob() {
        return new Environment(this, cancellation.child());
    }

    /** Whether {@code return} has something to return from. */
    boolean canReturn() {
        return !calls.isEmpty() || !sources.isEmpty();
    }

    /** A path of the script, made absolute; empty if this machine cannot have such a path. */
    Optional<Path> path(String text) {
        try {
            return Optional.of(directory.resolve(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}

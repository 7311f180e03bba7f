// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.mojo;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.UserException;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of several commands of an execution: an element of {@code commands} of {@code invowk:run}. */
public final class CommandParameter {
    private @Nullable String cmd;
    private @Nullable List<@Nullable String> args;
    private @Nullable Integer timeout;
    private @Nullable Set<Integer> allowedExitStatuses;
    private @Nullable File outputFile;
    private @Nullable String outputProperty;

    /** For Maven, which fills it. */
    public CommandParameter() {}

    CommandParameter(
            String cmd,
            List<String> args,
            int timeout,
            Set<Integer> allowedExitStatuses,
            @Nullable File outputFile,
            @Nullable String outputProperty) {
        this.cmd = cmd;
        this.args = new ArrayList<>(args);
        this.timeout = timeout;
        this.allowedExitStatuses = allowedExitStatuses;
        this.outputFile = outputFile;
        this.outputProperty = outputProperty;
    }

    /** Maven calls this for an element that holds only text. */
    public void set(String words) {
        cmd = words;
    }

    String cmd() {
        return RunMojo.text(cmd);
    }

    List<String> words() {
        return args == null ? List.of() : args.stream().map(RunMojo::text).toList();
    }

    int timeout() {
        return Objects.requireNonNullElse(timeout, 0);
    }

    Set<Integer> allowedExitStatuses() {
        return allowedExitStatuses == null ? Set.of() : allowedExitStatuses;
    }

    Optional<File> outputFile() {
        return Optional.ofNullable(outputFile);
    }

    Optional<String> outputProperty() {
        return Optional.ofNullable(outputProperty);
    }

    /** The same, with what the goal says where it says nothing. */
    CommandParameter orElse(int goalTimeout, Set<Integer> goalStatuses) {
        CommandParameter filled = new CommandParameter(
                cmd(),
                words(),
                Objects.requireNonNullElse(timeout, goalTimeout),
                allowedExitStatuses == null ? goalStatuses : allowedExitStatuses,
                outputFile,
                outputProperty);
        return filled;
    }

    /** Makes sure that nothing is said that belongs to one command only. */
    void refuseBeside(String list) {
        List<String> said = new ArrayList<>();
        add("cmd", !cmd().isEmpty(), said);
        add("args", !words().isEmpty(), said);
        add("outputFile", outputFile != null, said);
        add("outputProperty", outputProperty != null, said);
        if (!said.isEmpty()) {
            throw new UserException(Diagnostic.of(
                            String.join(", ", said) + (said.size() == 1 ? " is" : " are") + " given beside " + list)
                    .help("put " + (said.size() == 1 ? "it" : "them") + " into a <command> of " + list));
        }
    }

    private static void add(String name, boolean given, List<String> said) {
        if (given) {
            said.add(name);
        }
    }
}

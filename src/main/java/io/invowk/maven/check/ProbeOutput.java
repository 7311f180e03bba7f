// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads one stream of what a {@link ProbeScript} writes. For one thread at a time. */
final class ProbeOutput {
    private static final int NONE = -1;

    private final String mark;
    private final Consumer<String> others;
    private final Map<Integer, List<String>> written = new HashMap<>();
    private final Map<Integer, String> answers = new HashMap<>();
    private final Set<Integer> late = new HashSet<>();
    private boolean done;
    private int running = NONE;

    /** @param others takes the lines that no custom check wrote */
    ProbeOutput(String mark, Consumer<String> others) {
        this.mark = mark + " ";
        this.others = others;
    }

    void accept(String line) {
        if (!line.startsWith(mark)) {
            if (running == NONE) {
                others.accept(line);
            } else {
                written.computeIfAbsent(running, number -> new ArrayList<>()).add(line);
            }
            return;
        }
        String[] words = line.substring(mark.length()).split(" ", -1);
        switch (words[0]) {
            case "begin" -> running = Integer.parseInt(words[1]);
            case "end" -> {
                running = NONE;
                answers.put(Integer.parseInt(words[1]), words[words.length - 1]);
            }
            case "late" -> late.add(Integer.parseInt(words[1]));
            default -> done = true;
        }
    }

    /** What was found of a thing; empty if it was not looked for, or not to the end. */
    Optional<String> answer(int number) {
        return Optional.ofNullable(answers.get(number));
    }

    /** Whether the time of a custom check was over. */
    boolean isLate(int number) {
        return late.contains(number);
    }

    /** The lines that a custom check wrote. */
    List<String> written(int number) {
        return written.getOrDefault(number, List.of());
    }

    /** Whether the script has come to its end. */
    boolean isDone() {
        return done;
    }
}

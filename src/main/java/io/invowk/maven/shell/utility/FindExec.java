// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code -exec}, {@code -execdir} and {@code -ok} of {@code find}. */
final class FindExec {
    /** Characters of arguments that one command gets at most. */
    private static final int MAX_LENGTH = 100_000;

    private final Find.Walk walk;
    private final List<String> words;
    private final boolean inDirectory;
    private final Map<Path, List<String>> waiting = new LinkedHashMap<>();
    private int length;

    FindExec(Find.Walk walk, List<String> words, boolean inDirectory) {
        this.walk = walk;
        this.words = List.copyOf(words);
        this.inDirectory = inDirectory;
    }

    private Path directory(Find.Found found) {
        Path parent = found.path().getParent();
        return inDirectory && parent != null ? parent : walk.call.directory();
    }

    private String shown(Find.Found found) {
        return inDirectory ? (found.name().equals("/") ? "/" : "./" + found.name()) : found.text();
    }

    /** The command with a file in the place of {@code {}}. */
    List<String> command(Find.Found found) {
        return words.stream().map(word -> word.replace("{}", shown(found))).toList();
    }

    /** Runs the command for one file; whether it succeeds. */
    boolean run(Find.Found found) {
        return walk.call.execute(command(found), directory(found)) == 0;
    }

    /** Keeps a file for a command with many; the last word of the command is where they go. */
    boolean add(Find.Found found) {
        String text = shown(found);
        if (length + text.length() > MAX_LENGTH) {
            finish();
        }
        waiting.computeIfAbsent(directory(found), directory -> new ArrayList<>())
                .add(text);
        length += text.length() + 1;
        return true;
    }

    /** Runs the command for the files that wait. */
    void finish() {
        waiting.forEach((directory, files) -> {
            List<String> command = new ArrayList<>(words.subList(0, words.size() - 1));
            command.addAll(files);
            walk.failed |= walk.call.execute(command, directory) != 0;
        });
        waiting.clear();
        length = 0;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds what a containerfile can read from its build context: the sources of {@code COPY} and {@code ADD}, and of bind
 * mounts of {@code RUN}. Where that cannot be told for sure, the answer is all of the context.
 */
final class ContainerfileReader {
    private static final Pattern REMOTE = Pattern.compile("(?i)(?:https?|git|ssh|ftp)://.*|git@.*");
    private static final Pattern CHANGING = Pattern.compile("[$\"'\\\\]");
    private static final Pattern HERE_DOCUMENT = Pattern.compile("\\d*<<-?[^<]+");

    private final List<String> sources = new ArrayList<>();

    private ContainerfileReader() {}

    /** Reads the text of a containerfile. */
    static ContextReads read(String text) {
        Optional<List<Instruction>> instructions = Instructions.of(text);
        if (instructions.isEmpty()) {
            return ContextReads.EVERYTHING;
        }
        ContainerfileReader reader = new ContainerfileReader();
        for (Instruction instruction : instructions.get()) {
            if (!reader.take(instruction)) {
                return ContextReads.EVERYTHING;
            }
        }
        return new ContextReads(Optional.of(reader.sources));
    }

    /** Takes one instruction; false if it can read anything. */
    private boolean take(Instruction instruction) {
        return switch (instruction.keyword()) {
            case "COPY", "ADD" -> readCopy(instruction.arguments());
            case "RUN" -> readRun(instruction.arguments());
            default -> true;
        };
    }

    private boolean readCopy(String arguments) {
        String rest = arguments;
        while (rest.startsWith("--")) {
            String[] parts = rest.split("\\s+", 2);
            if (parts[0].toLowerCase(Locale.ROOT).startsWith("--from=")) {
                return true;
            }
            rest = parts.length > 1 ? parts[1] : "";
        }
        Optional<List<String>> json = JsonStrings.parse(rest);
        List<String> words = json.orElse(Arrays.asList(rest.split("\\s+", -1)));
        for (String word : words.subList(0, words.size() - Math.min(1, words.size()))) {
            if (!readSource(word, json.isPresent())) {
                return false;
            }
        }
        return true;
    }

    private boolean readSource(String source, boolean quoted) {
        if (REMOTE.matcher(source).matches()
                || (!quoted && HERE_DOCUMENT.matcher(source).matches())) {
            return true;
        }
        String path = ContextPath.clean(source);
        if (path.isEmpty() || path.contains("**") || CHANGING.matcher(source).find()) {
            return false;
        }
        sources.add(path);
        return true;
    }

    private boolean readRun(String arguments) {
        for (String word : arguments.split("\\s+", -1)) {
            if (!word.startsWith("--")) {
                return true;
            }
            if (word.toLowerCase(Locale.ROOT).startsWith("--mount=")
                    && !readMount(word.substring("--mount=".length()))) {
                return false;
            }
        }
        return true;
    }

    /** A mount is a bind mount of the whole context unless it says otherwise. */
    private boolean readMount(String mount) {
        String type = "bind";
        String source = "";
        for (String field : mount.split(",", -1)) {
            String[] parts = field.split("=", 2);
            String value = parts.length > 1 ? parts[1] : "";
            switch (parts[0].toLowerCase(Locale.ROOT)) {
                case "from" -> {
                    return true;
                }
                case "type" -> type = value;
                case "source", "src" -> source = value;
                default -> {}
            }
        }
        return switch (type) {
            case "cache", "tmpfs", "secret", "ssh" -> true;
            default -> readSource(source, true);
        };
    }
}

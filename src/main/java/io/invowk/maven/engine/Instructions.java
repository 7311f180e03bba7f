// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a containerfile into instructions: directives, comments, continued lines, here-documents (Docker, "Dockerfile
 * reference").
 */
final class Instructions {
    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*([a-zA-Z][a-zA-Z0-9]*)\\s*=\\s*(.+?)\\s*");
    private static final Pattern HERE_DOCUMENT = Pattern.compile("(?<=^|\\s)\\d*<<(-?)([^<\\s]+)(?=\\s|$)");
    private static final List<String> KNOWN_SYNTAX = List.of("docker/dockerfile", "docker.io/docker/dockerfile");

    private final Iterator<String> lines;
    private char escape = '\\';

    private Instructions(Iterator<String> lines) {
        this.lines = lines;
    }

    /**
     * All instructions, in order.
     *
     * @return empty if the text is not understood: a here-document without an end, or a syntax of its own
     */
    static Optional<List<Instruction>> of(String text) {
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new Instructions(withoutMark.lines().iterator()).read();
    }

    private Optional<List<Instruction>> read() {
        List<Instruction> instructions = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean atTop = true;
        while (lines.hasNext()) {
            String line = lines.next();
            Matcher directive = DIRECTIVE.matcher(line);
            atTop &= directive.matches();
            if (atTop && !direct(directive.group(1).toLowerCase(Locale.ROOT), directive.group(2))) {
                return Optional.empty();
            }
            String start = line.strip();
            if (start.isEmpty() || start.startsWith("#")) {
                continue;
            }
            String whole = line.stripTrailing();
            if (continues(whole)) {
                text.append(whole, 0, whole.length() - 1);
                continue;
            }
            Instruction instruction = Instruction.parse(text.append(line).toString());
            text.setLength(0);
            instructions.add(instruction);
            if (instruction.takesHereDocuments() && !skipHereDocuments(instruction.arguments())) {
                return Optional.empty();
            }
        }
        if (!text.isEmpty()) {
            instructions.add(Instruction.parse(text.toString()));
        }
        return Optional.of(instructions);
    }

    private boolean direct(String name, String value) {
        if (name.equals("escape")) {
            escape = value.charAt(0);
        }
        return !name.equals("syntax")
                || KNOWN_SYNTAX.stream().anyMatch(known -> value.equals(known) || value.startsWith(known + ":"));
    }

    /** Whether a line, which is not empty and has no white space at its end, goes on: it ends with one escape character, not two. */
    private boolean continues(String line) {
        int last = line.length() - 1;
        return line.charAt(last) == escape && (last == 0 || line.charAt(last - 1) != escape);
    }

    private boolean skipHereDocuments(String arguments) {
        Matcher documents = HERE_DOCUMENT.matcher(arguments);
        while (documents.find()) {
            boolean tabs = !documents.group(1).isEmpty();
            if (!skipTo(documents.group(2).replaceAll("[\"'\\\\]", ""), tabs)) {
                return false;
            }
        }
        return true;
    }

    private boolean skipTo(String end, boolean tabs) {
        while (lines.hasNext()) {
            String line = lines.next();
            if ((tabs ? line.replaceFirst("^\t+", "") : line).equals(end)) {
                return true;
            }
        }
        return false;
    }
}

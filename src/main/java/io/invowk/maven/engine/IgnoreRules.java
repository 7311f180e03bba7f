// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a {@code .containerignore} or {@code .dockerignore} keeps out of a build context (Docker, "dockerignore files"). */
final class IgnoreRules {
    private final List<Rule> rules;

    private record Rule(Pattern pattern, boolean excludes) {}

    private IgnoreRules(List<Rule> rules) {
        this.rules = rules;
    }

    /** Reads the rules of one file. */
    static IgnoreRules read(Path file) throws IOException {
        return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    static IgnoreRules parse(String text) {
        List<Rule> rules = new ArrayList<>();
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (String line : withoutMark.split("\n", -1)) {
            String pattern = line.strip();
            if (line.startsWith("#") || pattern.isEmpty()) {
                continue;
            }
            boolean excludes = !pattern.startsWith("!");
            String path =
                    ContextPath.clean(excludes ? pattern : pattern.substring(1).strip());
            Glob.compile(path).ifPresent(compiled -> rules.add(new Rule(compiled, excludes)));
        }
        return new IgnoreRules(rules);
    }

    /** Whether the last rule that speaks of a path, or of a directory above it, excludes it. */
    boolean excludes(String path) {
        boolean excluded = false;
        for (Rule rule : rules) {
            if (rule.excludes() != excluded && speaksOf(rule, path)) {
                excluded = rule.excludes();
            }
        }
        return excluded;
    }

    /** Whether nothing below an excluded directory can come back. */
    boolean isFinal() {
        return rules.stream().allMatch(Rule::excludes);
    }

    private static boolean speaksOf(Rule rule, String path) {
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            if (rule.pattern().matcher(path.substring(0, end)).matches()) {
                return true;
            }
        }
        return rule.pattern().matcher(path).matches();
    }
}

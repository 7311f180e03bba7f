// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.pattern;

import java.util.ArrayList;
import java.util.List;

/** Pathname expansion: POSIX XCU 2.6.6 and 2.14.3. */
public final class PathnameExpansion {
    private final FileNames files;
    private final Rules rules;
    private final List<String> found = new ArrayList<>();

    /**
     * What a shell may be told about it.
     *
     * @param extended whether groups are known
     * @param ignoreCase whether upper and lower case are the same
     * @param hidden whether a pattern also matches a dot at the start of a name
     * @param recursive whether {@code **} stands for any number of directories
     */
    public record Rules(boolean extended, boolean ignoreCase, boolean hidden, boolean recursive) {}

    private PathnameExpansion(FileNames files, Rules rules) {
        this.files = files;
        this.rules = rules;
    }

    /** The paths that a pattern matches, sorted; none if nothing matches. */
    public static List<String> expand(String pattern, FileNames files, Rules rules) {
        PathnameExpansion expansion = new PathnameExpansion(files, rules);
        expansion.descend("", components(pattern), 0);
        expansion.found.sort(null);
        return expansion.found;
    }

    /** The pattern cut behind each run of slashes: names and runs of slashes take turns. */
    private static List<String> components(String pattern) {
        List<String> components = new ArrayList<>();
        int start = 0;
        boolean inSlashes = false;
        for (int i = 0; i < pattern.length(); i++) {
            boolean slash = pattern.charAt(i) == '/';
            if (slash != inSlashes && i > start) {
                components.add(pattern.substring(start, i));
                start = i;
            }
            inSlashes = slash;
            if (pattern.charAt(i) == '\\' && i + 1 < pattern.length() && pattern.charAt(i + 1) != '/') {
                i++;
            }
        }
        components.add(pattern.substring(start));
        return components;
    }

    private void descend(String base, List<String> components, int index) {
        if (index == components.size()) {
            boolean good = base.endsWith("/") ? files.isDirectory(base) : files.exists(base);
            if (good) {
                found.add(base);
            }
            return;
        }
        String component = components.get(index);
        if (component.startsWith("/")) {
            descend(base + component, components, index + 1);
        } else if (rules.recursive() && component.equals("**")) {
            anyDepth(base, components, index);
        } else if (ShellPattern.isPattern(component, rules.extended())) {
            matching(base, components, index);
        } else {
            descend(base + ShellPattern.unquote(component), components, index + 1);
        }
    }

    private void matching(String base, List<String> components, int index) {
        String component = components.get(index);
        ShellPattern pattern = ShellPattern.compile(component, rules.extended(), rules.ignoreCase());
        boolean last = index == components.size() - 1;
        boolean dots = rules.hidden() || component.startsWith(".") || component.startsWith("\\.");
        for (String name : files.in(base)) {
            if ((dots || !name.startsWith(".")) && pattern.matches(name)) {
                if (last) {
                    found.add(base + name);
                } else if (files.isDirectory(base + name)) {
                    descend(base + name, components, index + 1);
                }
            }
        }
    }

    /** {@code **}: this directory, and all below it that are no links; as the last component their files, too. */
    private void anyDepth(String base, List<String> components, int index) {
        if (index == components.size() - 1) {
            if (!base.isEmpty() && files.isDirectory(base)) {
                found.add(base);
            }
            addAll(base);
        } else {
            descend(base, components, index + 2);
            for (String name : visible(base)) {
                String path = base + name;
                if (files.isDirectory(path) && !files.isLink(path)) {
                    anyDepth(path + components.get(index + 1), components, index);
                }
            }
        }
    }

    private void addAll(String base) {
        for (String name : visible(base)) {
            String path = base + name;
            found.add(path);
            if (files.isDirectory(path) && !files.isLink(path)) {
                addAll(path + "/");
            }
        }
    }

    private List<String> visible(String base) {
        return files.in(base).stream()
                .filter(name -> rules.hidden() || !name.startsWith("."))
                .toList();
    }
}

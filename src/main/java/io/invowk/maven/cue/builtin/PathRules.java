// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.util.ArrayList;
import java.util.List;

/** What a path means on one system. */
enum PathRules {
    UNIX,
    WINDOWS,
    PLAN9;

    private static final List<String> UNIX_NAMES = List.of(
            "unix",
            "aix",
            "android",
            "darwin",
            "dragonfly",
            "freebsd",
            "hurd",
            "illumos",
            "ios",
            "js",
            "linux",
            "nacl",
            "netbsd",
            "openbsd",
            "solaris",
            "zos");

    static PathRules of(String name) {
        if (name.equals("windows")) {
            return WINDOWS;
        }
        if (name.equals("plan9")) {
            return PLAN9;
        }
        if (UNIX_NAMES.contains(name)) {
            return UNIX;
        }
        throw new CallException("unknown operating system \"" + name + "\"");
    }

    boolean isWindows() {
        return this == WINDOWS;
    }

    char separator() {
        return this == WINDOWS ? '\\' : '/';
    }

    char listSeparator() {
        return this == WINDOWS ? ';' : this == PLAN9 ? '\0' : ':';
    }

    private boolean isSlash(char c) {
        return c == '/' || (this == WINDOWS && c == '\\');
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Length of the volume: a drive, or host and share of a network path. */
    int volume(String path) {
        if (this != WINDOWS || path.length() < 2) {
            return 0;
        }
        if (path.charAt(1) == ':' && isLetter(path.charAt(0))) {
            return 2;
        }
        int size = path.length();
        boolean network = size >= 5
                && isSlash(path.charAt(0))
                && isSlash(path.charAt(1))
                && !isSlash(path.charAt(2))
                && path.charAt(2) != '.';
        if (!network) {
            return 0;
        }
        for (int n = 3; n < size - 1; n++) {
            if (isSlash(path.charAt(n))) {
                n++;
                if (isSlash(path.charAt(n)) || path.charAt(n) == '.') {
                    return 0;
                }
                while (n < size && !isSlash(path.charAt(n))) {
                    n++;
                }
                return n;
            }
        }
        return 0;
    }

    boolean isAbs(String path) {
        if (this == PLAN9) {
            return path.startsWith("/") || path.startsWith("#");
        }
        if (this == UNIX) {
            return path.startsWith("/");
        }
        int volume = volume(path);
        return volume > 0 && path.length() > volume && isSlash(path.charAt(volume));
    }

    String clean(String original) {
        int volume = volume(original);
        String path = original.substring(volume);
        if (path.isEmpty()) {
            boolean network = volume > 1 && original.charAt(1) != ':';
            return network ? slashes(original) : original + ".";
        }
        boolean rooted = isSlash(path.charAt(0));
        List<String> parts = new ArrayList<>();
        for (String part : parts(path)) {
            boolean up = part.equals("..");
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (up && !parts.isEmpty() && !parts.get(parts.size() - 1).equals("..")) {
                parts.remove(parts.size() - 1);
            } else if (!up || !rooted) {
                parts.add(part);
            }
        }
        String separator = String.valueOf(separator());
        String cleaned = (rooted ? separator : "") + String.join(separator, parts);
        return slashes(original.substring(0, volume)) + (cleaned.isEmpty() ? "." : cleaned);
    }

    private String slashes(String path) {
        return path.replace('/', separator());
    }

    private List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || isSlash(path.charAt(i))) {
                parts.add(path.substring(from, i));
                from = i + 1;
            }
        }
        return parts;
    }

    List<String> split(String path) {
        int volume = volume(path);
        int at = path.length();
        while (at > volume && !isSlash(path.charAt(at - 1))) {
            at--;
        }
        return List.of(path.substring(0, at), path.substring(at));
    }

    String join(List<String> elements) {
        List<String> some = new ArrayList<>(elements);
        while (!some.isEmpty() && some.get(0).isEmpty()) {
            some.remove(0);
        }
        if (some.isEmpty()) {
            return "";
        }
        return this == WINDOWS ? joinWindows(some) : clean(String.join("/", notEmpty(some)));
    }

    private static List<String> notEmpty(List<String> elements) {
        return elements.stream().filter(e -> !e.isEmpty()).toList();
    }

    private String joinWindows(List<String> some) {
        String first = some.get(0);
        if (first.length() == 2 && first.charAt(1) == ':') {
            // a path relative to the directory of the drive stays one
            return clean(first + String.join("\\", notEmpty(some.subList(1, some.size()))));
        }
        String joined = clean(String.join("\\", notEmpty(some)));
        if (!isNetwork(joined)) {
            return joined;
        }
        String head = clean(first);
        if (isNetwork(head)) {
            return joined;
        }
        String tail = clean(String.join("\\", notEmpty(some.subList(1, some.size()))));
        return head.endsWith("\\") ? head + tail : head + "\\" + tail;
    }

    private boolean isNetwork(String path) {
        return volume(path) > 2;
    }

    String base(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        int end = path.length();
        while (end > 0 && isSlash(path.charAt(end - 1))) {
            end--;
        }
        String rest = path.substring(0, end);
        rest = rest.substring(volume(rest));
        int at = rest.length();
        while (at > 0 && !isSlash(rest.charAt(at - 1))) {
            at--;
        }
        rest = rest.substring(at);
        return rest.isEmpty() ? String.valueOf(separator()) : rest;
    }

    String dir(String path) {
        int volume = volume(path);
        int at = path.length();
        while (at > volume && !isSlash(path.charAt(at - 1))) {
            at--;
        }
        String dir = clean(path.substring(volume, at));
        return dir.equals(".") && volume > 2 ? path.substring(0, volume) : path.substring(0, volume) + dir;
    }

    String ext(String path) {
        for (int i = path.length() - 1; i >= 0 && !isSlash(path.charAt(i)); i--) {
            if (path.charAt(i) == '.') {
                return path.substring(i);
            }
        }
        return "";
    }

    String resolve(String dir, String sub) {
        if (isAbs(sub)) {
            return clean(sub);
        }
        return clean(join(List.of(dir, sub)));
    }

    String rel(String base, String target) {
        String from = clean(base);
        String to = clean(target);
        if (same(from, to)) {
            return ".";
        }
        int fromVolume = volume(from);
        int toVolume = volume(to);
        String fromVolumeName = from.substring(0, fromVolume);
        String toVolumeName = to.substring(0, toVolume);
        from = from.substring(fromVolume);
        to = to.substring(toVolume);
        from = from.equals(".") ? "" : from;
        boolean fromRooted = !from.isEmpty() && from.charAt(0) == separator();
        boolean toRooted = !to.isEmpty() && to.charAt(0) == separator();
        if (fromRooted != toRooted || !same(fromVolumeName, toVolumeName)) {
            throw new CallException("cannot make \"" + target + "\" relative to \"" + base + "\"");
        }
        List<String> a = notEmpty(parts(from));
        List<String> b = notEmpty(parts(to.equals(".") ? "" : to));
        int common = 0;
        while (common < a.size() && common < b.size() && same(a.get(common), b.get(common))) {
            common++;
        }
        List<String> way = new ArrayList<>();
        for (int i = common; i < a.size(); i++) {
            if (a.get(i).equals("..")) {
                throw new CallException("cannot make \"" + target + "\" relative to \"" + base + "\"");
            }
            way.add("..");
        }
        way.addAll(b.subList(common, b.size()));
        return String.join(String.valueOf(separator()), way);
    }

    private boolean same(String a, String b) {
        return this == WINDOWS ? a.equalsIgnoreCase(b) : a.equals(b);
    }

    boolean match(String pattern, String name) {
        return new PathPattern(pattern, separator(), this == WINDOWS).matches(name);
    }
}

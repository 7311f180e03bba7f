// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.LIST;
import static io.invowk.maven.cue.builtin.Parameter.STRING;

import java.util.ArrayList;
import java.util.List;

/** The package {@code path}: paths as texts; the last argument names the system whose rules hold. */
final class PathPackage extends StandardPackage {
    PathPackage() {
        for (String name : List.of(
                "Unix",
                "Windows",
                "Plan9",
                "Aix",
                "Android",
                "Darwin",
                "Dragonfly",
                "Freebsd",
                "Hurd",
                "Illumos",
                "Ios",
                "Js",
                "Linux",
                "Nacl",
                "Netbsd",
                "Openbsd",
                "Solaris",
                "Zos")) {
            constant(name, name.toLowerCase(java.util.Locale.ROOT));
        }
        function("Join", 1, a -> a.make().of(os(a, 1).join(a.strings(0))), LIST, STRING);
        function("Split", 1, a -> a.make().strings(os(a, 1).split(a.string(0))), STRING, STRING);
        text("Base", PathRules::base);
        text("Dir", PathRules::dir);
        text("Ext", PathRules::ext);
        text("Clean", PathRules::clean);
        function("Rel", 1, a -> a.make().of(os(a, 2).rel(a.string(0), a.string(1))), STRING, STRING, STRING);
        function("Resolve", 1, a -> a.make().of(os(a, 2).resolve(a.string(0), a.string(1))), STRING, STRING, STRING);
        function("IsAbs", 1, a -> a.make().of(os(a, 1).isAbs(a.string(0))), STRING, STRING);
        function("Match", 1, a -> a.make().of(os(a, 2).match(a.string(0), a.string(1))), STRING, STRING, STRING);
        function("ToSlash", a -> a.make().of(a.string(0).replace(os(a, 1).separator(), '/')), STRING, STRING);
        function("FromSlash", a -> a.make().of(a.string(0).replace('/', os(a, 1).separator())), STRING, STRING);
        function("SplitList", a -> a.make().strings(splitList(a.string(0), os(a, 1))), STRING, STRING);
        function("VolumeName", 1, a -> a.make().of(volume(a)), STRING, STRING);
    }

    /** Makes a path of a path. */
    private interface Change {
        String apply(PathRules rules, String path);
    }

    private void text(String name, Change change) {
        function(name, 1, a -> a.make().of(change.apply(os(a, 1), a.string(0))), STRING, STRING);
    }

    private static PathRules os(Arguments a, int i) {
        return PathRules.of(a.count() > i ? a.string(i) : "unix");
    }

    private static String volume(Arguments a) {
        PathRules rules = PathRules.of(a.count() > 1 ? a.string(1) : "windows");
        return a.string(0).substring(0, rules.volume(a.string(0)));
    }

    private static List<String> splitList(String paths, PathRules rules) {
        List<String> list = new ArrayList<>();
        if (paths.isEmpty()) {
            return list;
        }
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < paths.length(); i++) {
            char c = paths.charAt(i);
            if (rules.isWindows() && c == '"') {
                quoted = !quoted;
            } else if (c == rules.listSeparator() && !quoted) {
                list.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        list.add(part.toString());
        return list;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths in a build context: relative to its root, separated by slashes, and never above it. */
final class ContextPath {
    private ContextPath() {}

    /** A path as it is meant: without {@code .}, {@code ..} and needless slashes; empty for the root itself. */
    static String clean(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }

    /** The path of a child; the parent is empty for the root. */
    static String child(String parent, String name) {
        return parent.isEmpty() ? name : parent + "/" + name;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.pattern;

import java.util.List;

/** The files that pathname expansion looks at; a path is relative to the working directory or absolute. */
public interface FileNames {
    /** The names in a directory, without {@code .} and {@code ..}, in any order; none if it cannot be read. */
    List<String> in(String directory);

    /** Whether there is such a file, be it a link to nowhere. */
    boolean exists(String path);

    /** Whether it is a directory or a link to one. */
    boolean isDirectory(String path);

    /** Whether it is a symbolic link. */
    boolean isLink(String path);
}

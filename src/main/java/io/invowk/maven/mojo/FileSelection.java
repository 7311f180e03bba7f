// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.mojo;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.plexus.util.DirectoryScanner;

/** Paths and Ant patterns to the files they mean. */
final class FileSelection {
    private FileSelection() {}

    /**
     * The files in the order named, those of a pattern by name; each once. What is no pattern need not exist.
     *
     * @param directory what relative paths and patterns start from, absolute
     * @throws UserException if a pattern matches nothing
     */
    static List<Path> of(List<String> files, Path directory) {
        Set<Path> selected = new LinkedHashSet<>();
        for (String file : files) {
            if (file.contains("*") || file.contains("?")) {
                selected.addAll(matching(file, directory));
            } else {
                selected.add(directory.resolve(file).normalize());
            }
        }
        return new ArrayList<>(selected);
    }

    private static List<Path> matching(String pattern, Path directory) {
        DirectoryScanner scanner = new DirectoryScanner();
        scanner.setBasedir(directory.toFile());
        scanner.setIncludes(new String[] {pattern});
        scanner.addDefaultExcludes();
        scanner.scan();
        List<Path> files = Stream.of(scanner.getIncludedFiles())
                .sorted()
                .map(directory::resolve)
                .toList();
        if (files.isEmpty()) {
            throw new UserException(Diagnostic.of("no file matches " + Quoted.of(pattern))
                    .note("looked in " + directory)
                    .help("mend invowk.files"));
        }
        return files;
    }
}

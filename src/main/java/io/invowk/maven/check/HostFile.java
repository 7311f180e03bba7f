// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Looks at files of this machine. Nothing is opened, and nothing is written, not even into a directory that must be writable. */
final class HostFile {
    private static final Set<PosixFilePermission> EXECUTE = EnumSet.of(
            PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    private static final String WINDOWS_PROGRAMS = ".EXE;.CMD;.BAT;.COM;.PS1";

    private final HostEnvironment host;
    private final Path directory;

    /** @param directory what relative paths start from, absolute */
    HostFile(HostEnvironment host, Path directory) {
        this.host = host;
        this.directory = directory;
    }

    /** What is wrong with a file; empty if it is as wanted. */
    Optional<String> problem(WantedFile wanted) {
        Path path;
        try {
            path = directory.resolve(wanted.path()).normalize();
        } catch (InvalidPathException e) {
            return Optional.of("is no file name here");
        }
        if (!Files.exists(path)) {
            return Optional.of(WantedFile.MISSING);
        }
        if (wanted.readable() && !Files.isReadable(path)) {
            return Optional.of(WantedFile.NOT_READABLE);
        }
        if (wanted.writable() && !isWritable(path)) {
            return Optional.of(WantedFile.NOT_WRITABLE);
        }
        return wanted.executable() && !isExecutable(path) ? Optional.of(WantedFile.NOT_EXECUTABLE) : Optional.empty();
    }

    /** A directory is if files can be made in it. */
    private static boolean isWritable(Path path) {
        return Files.isWritable(path) && (!Files.isDirectory(path) || Files.isExecutable(path));
    }

    /** On Unix any execute bit counts, whoever may use it; on Windows the end of the name. */
    private boolean isExecutable(Path path) {
        if (host.os() == OperatingSystem.WINDOWS) {
            String name = String.valueOf(path.getFileName()).toUpperCase(Locale.ROOT);
            String known = WINDOWS_PROGRAMS + ";" + host.env().getOrDefault("PATHEXT", "");
            return List.of(known.toUpperCase(Locale.ROOT).split(";", -1)).stream()
                    .anyMatch(end -> !end.isEmpty() && name.endsWith(end));
        }
        try {
            return Files.getPosixFilePermissions(path).stream().anyMatch(EXECUTE::contains);
        } catch (IOException | UnsupportedOperationException e) {
            return Files.isExecutable(path);
        }
    }
}

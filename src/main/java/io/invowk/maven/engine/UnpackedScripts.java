// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import io.invowk.maven.engine.Leftover.Action;
import io.invowk.maven.process.ScratchDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The directories of unpacked scripts, of this version and of others: told of, and removed.
 *
 * <p>A call takes its scratch directory first and looks for the mark then; a removal sets the mark first and looks for calls
 * then. So one of the two sees the other: a call never loses scripts that it reads. One removes at a time, which a lock sees to.
 */
final class UnpackedScripts {
    /** A file in a directory that is about to be removed. */
    private static final String MARK = ".leaving";

    /** Locked by the process that removes. */
    private static final String LOCK = ".cleaning";

    private UnpackedScripts() {}

    /** Whether a directory is about to be removed; what is left in it when a removal is killed counts so, too. */
    static boolean isLeaving(Path directory) {
        return Files.exists(directory.resolve(MARK));
    }

    /** Tells of all of them, and removes those that no call uses if that is confirmed. */
    static List<Leftover> clean(Path parent, boolean confirmed) throws IOException {
        if (!confirmed) {
            return all(parent, directory -> Action.FOUND);
        }
        // a lock of files is the process's: threads of it would share it
        synchronized (UnpackedScripts.class) {
            try (FileChannel channel = FileChannel.open(
                            parent.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                return all(
                        parent,
                        directory -> lock != null && isRemoved(directory, parent) ? Action.REMOVED : Action.STAYS);
            }
        }
    }

    /** What becomes of a directory. */
    private interface Removal {
        Action of(Path directory) throws IOException;
    }

    private static List<Leftover> all(Path parent, Removal removal) throws IOException {
        List<Leftover> things = new ArrayList<>();
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(parent, EngineScripts.PREFIX + "*")) {
            for (Path directory : directories) {
                try {
                    OptionalLong bytes = OptionalLong.of(bytes(directory));
                    Action action = removal.of(directory);
                    String reason = action == Action.STAYS ? "a command that is running uses it" : "";
                    things.add(new Leftover(action, "cache", "", bytes, directory.toString(), reason));
                } catch (NoSuchFileException e) {
                    // Another process has removed it meanwhile.
                }
            }
        }
        return things;
    }

    private static boolean isRemoved(Path directory, Path parent) throws IOException {
        Path mark = directory.resolve(MARK);
        if (!isLeaving(directory)) {
            Files.createFile(mark);
        }
        if (ScratchDirectory.isAnyInUse(parent, EngineCall.SCRATCH)) {
            Files.delete(mark);
            return false;
        }
        for (Path file : files(directory)) {
            if (!file.equals(mark)) {
                Files.delete(file);
            }
        }
        Files.delete(mark);
        try {
            Files.delete(directory);
        } catch (DirectoryNotEmptyException e) {
            // A call that came after the mark had gone has unpacked its scripts there.
        }
        return true;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static long bytes(Path directory) throws IOException {
        long bytes = 0;
        for (Path file : files(directory)) {
            bytes += Files.size(file);
        }
        return bytes;
    }
}

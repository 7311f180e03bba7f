// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A directory for the files of one run, private to the user, that is removed when the run ends, however it ends.
 *
 * <p>While it exists its owner holds a lock on a file in it. A directory whose lock is free belongs to a process that
 * was killed: it is removed when the next one is created beside it.
 */
public final class ScratchDirectory implements AutoCloseable {
    private static final String LOCK = ".lock";

    /** How long the end of this process may wait for a run that is being stopped. */
    private static final Duration SHUTDOWN_WAIT = Duration.ofSeconds(60);

    private final Path path;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::shutDown, "invowk-clean");
    private final FileChannel lock;

    private ScratchDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes a new directory, which only the user can enter, and removes what dead processes left.
     *
     * @param parent where; made if it is missing
     * @param prefix how the directory's name begins
     */
    public static ScratchDirectory create(Path parent, String prefix) throws IOException {
        Files.createDirectories(parent);
        String ours = prefix + processKey() + "-";
        sweep(parent, prefix, ours);
        Path path = Files.createTempDirectory(parent, ours);
        FileChannel lock = lock(path);
        ScratchDirectory created = new ScratchDirectory(path, lock);
        try {
            Runtime.getRuntime().addShutdownHook(created.hook);
        } catch (IllegalStateException e) {
            created.delete();
            throw new IOException("this process is about to end", e);
        }
        return created;
    }

    /**
     * Whether a process that lives has one, this process included.
     *
     * @param parent where they are
     * @param prefix how their names begin
     */
    public static boolean isAnyInUse(Path parent, String prefix) throws IOException {
        String ours = prefix + processKey() + "-";
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path entry : entries) {
                if (entry.getFileName().toString().startsWith(ours) || !isFree(entry)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the owner of a directory has ended; one that is just being made or removed is not known to be without. */
    private static boolean isFree(Path directory) {
        try (FileChannel channel = FileChannel.open(directory.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** The directory, absolute if its parent is. */
    public Path path() {
        return path;
    }

    /**
     * Writes a file; where permissions are known, the file has them before its content.
     *
     * @param name path in this directory, whose own directory exists
     * @param permissions the nine letters of {@code ls -l}
     */
    public Path write(String name, byte[] content, String permissions) throws IOException {
        Path file = path.resolve(name);
        Files.createFile(file);
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
        return Files.write(file, content);
    }

    /** Removes the directory and all that is in it. What cannot be removed stays for the next sweep. */
    @Override
    public void close() {
        delete();
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook is running, and finds nothing left to do.
        }
    }

    /** The run is being stopped by its own hook at the same time: its thread closes the directory, unless it is stuck. */
    private void shutDown() {
        try {
            if (!closed.await(SHUTDOWN_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                delete();
            }
        } catch (InterruptedException e) {
            delete();
        }
    }

    private void delete() {
        remove(path);
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lock is taken before the file gets its name: a sweep never sees a lock file that is not locked yet. */
    private static FileChannel lock(Path directory) throws IOException {
        Path unnamed = directory.resolve(LOCK + ".new");
        FileChannel channel = FileChannel.open(unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        Files.move(unnamed, directory.resolve(LOCK));
        return channel;
    }

    private static void sweep(Path parent, String prefix, String ours) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path entry : entries) {
                // A process must not touch its own locks: to close a second channel would release them (fcntl).
                if (!entry.getFileName().toString().startsWith(ours)) {
                    removeIfDead(entry);
                }
            }
        }
    }

    private static void removeIfDead(Path directory) {
        try (FileChannel channel = FileChannel.open(directory.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            if (free != null) {
                remove(directory);
            }
        } catch (IOException e) {
            // Another user's, or just removed by its owner: neither is ours to judge.
        }
    }

    private static void remove(Path directory) {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(directory)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException | UncheckedIOException e) {
            paths = List.of();
        }
        for (Path path : paths) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // The next sweep tries again.
            }
        }
    }

    /** Tells this process from all others, also from one of the same number in another process namespace. */
    private static String processKey() {
        ProcessHandle self = ProcessHandle.current();
        long start = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return self.pid() + "-" + Long.toString(start, Character.MAX_RADIX);
    }
}

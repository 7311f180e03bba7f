// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import io.invowk.maven.shell.archive.TarEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files of an archive of {@code tar}. Nothing gets outside the directory they go to: names with {@code ..} are refused,
 * absolute ones are taken as relative, and no link that leads outside is followed, whoever made it.
 */
final class TarExtraction {
    private static final int OWNER = 0700;

    private final Tar tar;
    private final Options options;
    private final UtilityCall call;
    private final Path top;
    private final Path realTop;
    private final int stripped;
    /** Directories get their rights and dates when all is in them, the innermost first. */
    private final Deque<TarEntry> directories = new ArrayDeque<>();

    private final Deque<Path> directoryPaths = new ArrayDeque<>();
    private boolean absoluteTold;
    private @Nullable Boolean root;

    TarExtraction(Tar tar, Options options) throws IOException {
        this.tar = tar;
        this.options = options;
        this.call = options.call();
        Path directory = call.directory();
        for (Options.Given option : options.given()) {
            if (option.key().equals("C")) {
                directory = Tar.directory(options, directory, option.value());
            }
        }
        this.top = directory;
        this.realTop = directory.toRealPath();
        this.stripped = Tar.strip(options);
    }

    /** Writes one file; false if something is wrong, which was told. */
    boolean extract(TarEntry entry, InputStream content) throws IOException {
        String name = inside(entry.name());
        if (name == null) {
            call.error(entry.name() + ": Member name contains '..', skipped");
            return false;
        }
        String rest = stripped(name);
        if (Mkdir.trimmed(rest).isEmpty()) {
            return true;
        }
        boolean toOutput = options.has("O");
        tar.tell(options, entry, toOutput);
        if (toOutput) {
            if (entry.kind() == TarEntry.Kind.FILE) {
                content.transferTo(call.output());
            }
            return true;
        }
        try {
            return write(entry, top.resolve(Mkdir.trimmed(rest)), content);
        } catch (IOException e) {
            UtilityCall.rethrowInterrupt(e);
            call.error(rest + ": Cannot open: " + UtilityCall.reason(e));
            return false;
        }
    }

    /** A name as one that is relative; null if it leads upwards. */
    private @Nullable String inside(String name) {
        String relative = name.replaceAll("^/+", "");
        if (!relative.equals(name) && !absoluteTold) {
            absoluteTold = true;
            call.error("Removing leading `/' from member names");
        }
        Path path = top.getFileSystem().getPath(relative);
        boolean leads =
                path.isAbsolute() || Arrays.asList(relative.split("[/\\\\]")).contains("..");
        return leads && (path.isAbsolute() || Arrays.asList(relative.split("/")).contains("..") || isWindows())
                ? null
                : relative;
    }

    private boolean isWindows() {
        return top.getFileSystem().getSeparator().equals("\\");
    }

    private String stripped(String name) {
        String rest = name;
        for (int i = 0; i < stripped; i++) {
            int slash = rest.indexOf('/');
            if (slash < 0) {
                return "";
            }
            rest = rest.substring(slash).replaceAll("^/+", "");
        }
        return rest;
    }

    private boolean write(TarEntry entry, Path path, InputStream content) throws IOException {
        makeParents(path);
        FileStatus there = FileStatus.find(path, false).orElse(null);
        if (entry.kind() == TarEntry.Kind.DIRECTORY) {
            return directory(entry, path, there);
        }
        if (there != null) {
            if (options.has("skip-old-files")) {
                return true;
            }
            if (options.has("k")) {
                throw new FileAlreadyExistsException(entry.name());
            }
            Files.delete(path);
        }
        return switch (entry.kind()) {
            case FILE -> file(entry, path, content);
            case SYMBOLIC_LINK -> {
                Files.createSymbolicLink(path, path.getFileSystem().getPath(entry.link()));
                own(entry, path, false);
                date(entry, path, false);
                yield true;
            }
            case HARD_LINK -> hardLink(entry, path);
            default -> {
                call.error(entry.name() + ": Cannot mknod: not possible here");
                yield false;
            }
        };
    }

    /** Makes the directories above a file, and refuses those that lead out of the destination. */
    private void makeParents(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null || parent.equals(top)) {
            return;
        }
        if (!Files.isDirectory(parent)) {
            // A link above must not lead out either, so that nothing is made there.
            makeParents(parent);
            try {
                FileModes.makeDirectory(parent, call.directoryMode() | OWNER);
            } catch (FileAlreadyExistsException e) {
                if (Files.isSymbolicLink(parent)) {
                    throw new NoSuchFileException(parent.toString());
                }
                throw new IOException("Not a directory");
            }
        }
        if (!parent.toRealPath().startsWith(realTop)) {
            throw new IOException("leads out of the directory to extract to");
        }
    }

    private boolean directory(TarEntry entry, Path path, @Nullable FileStatus there) throws IOException {
        if (there != null && !there.isDirectory()) {
            if (options.has("k") || options.has("skip-old-files")) {
                return !options.has("k");
            }
            Files.delete(path);
        }
        if (there == null || !there.isDirectory()) {
            FileModes.makeDirectory(path, call.directoryMode() | OWNER);
        } else if (options.has("k") || options.has("skip-old-files")) {
            return true;
        }
        directories.push(entry);
        directoryPaths.push(path);
        return true;
    }

    private boolean file(TarEntry entry, Path path, InputStream content) throws IOException {
        long size;
        try (OutputStream output = FileModes.createFile(path, entry.mode() & OWNER)) {
            size = content.transferTo(output);
        }
        if (size != entry.size()) {
            call.error("Unexpected EOF in archive");
            return false;
        }
        own(entry, path, true);
        date(entry, path, true);
        rights(entry, path);
        return true;
    }

    private boolean hardLink(TarEntry entry, Path path) throws IOException {
        String name = inside(entry.link());
        if (name == null) {
            call.error(entry.name() + ": Cannot hard link to " + Quoted.name(entry.link()) + ": leads out");
            return false;
        }
        Path target = top.resolve(stripped(name));
        Path parent = target.getParent();
        if (parent == null || !parent.toRealPath().startsWith(realTop)) {
            throw new IOException("leads out of the directory to extract to");
        }
        Files.createLink(path, target);
        return true;
    }

    private boolean isRoot(Path path) throws IOException {
        if (root == null) {
            // Who makes files, and has not given this one away yet.
            root = FileStatus.isUnix(path) && FileStatus.of(path, false).user() == 0;
        }
        return root;
    }

    private void own(TarEntry entry, Path path, boolean follow) throws IOException {
        boolean asRoot = isRoot(path);
        String last = options.last("same-owner", "no-same-owner");
        if (!FileStatus.isUnix(path) || last.equals("no-same-owner") || !(asRoot || last.equals("same-owner"))) {
            return;
        }
        boolean numbers = options.has("numeric-owner");
        UserPrincipalLookupService names = path.getFileSystem().getUserPrincipalLookupService();
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, FileStatus.options(follow));
        try {
            GroupPrincipal group = names.lookupPrincipalByGroupName(
                    numbers || entry.groupName().isEmpty() ? Long.toString(entry.group()) : entry.groupName());
            view.setGroup(group);
        } catch (IOException e) {
            Files.setAttribute(path, "unix:gid", (int) entry.group(), FileStatus.options(follow));
        }
        try {
            UserPrincipal user = names.lookupPrincipalByName(
                    numbers || entry.userName().isEmpty() ? Long.toString(entry.user()) : entry.userName());
            view.setOwner(user);
        } catch (IOException e) {
            Files.setAttribute(path, "unix:uid", (int) entry.user(), FileStatus.options(follow));
        }
    }

    private void date(TarEntry entry, Path path, boolean follow) throws IOException {
        if (!options.has("m")) {
            Files.getFileAttributeView(path, BasicFileAttributeView.class, FileStatus.options(follow))
                    .setTimes(FileTime.from(entry.modified()), null, null);
        }
    }

    private void rights(TarEntry entry, Path path) throws IOException {
        String last = options.last("p", "no-same-permissions");
        boolean exact = last.equals("p") || (last.isEmpty() && isRoot(path));
        FileModes.set(path, exact ? entry.mode() : entry.mode() & 0777 & ~call.mask());
    }

    /** Does what is left when all files are written. */
    void finish() throws IOException {
        for (TarEntry entry : List.copyOf(directories)) {
            Path path = directoryPaths.pop();
            FileStatus there = FileStatus.find(path, false).orElse(null);
            if (there != null && there.isDirectory() && path.toRealPath().startsWith(realTop)) {
                own(entry, path, true);
                rights(entry, path);
                date(entry, path, true);
            }
        }
    }
}

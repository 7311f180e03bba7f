// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies files and directories with what is in them. */
final class Copier {
    private static final int OWNER = 0700;
    private static final int MAX_DEPTH = 1000;

    /** Which links are followed. */
    private enum Follow {
        ALL,
        OPERANDS,
        NONE
    }

    /** Which attributes a copy keeps. */
    private enum Keep {
        MODE,
        OWNER,
        TIMES,
        LINKS
    }

    /** How to copy. */
    record Settings(
            boolean recursive,
            Follow follow,
            Set<Keep> keep,
            boolean force,
            String overwrite,
            boolean update,
            boolean verbose,
            String links,
            boolean remove,
            boolean attributesOnly,
            boolean oneFileSystem) {
        static Settings of(Options options) {
            boolean archive = options.has("a");
            boolean recursive = archive || options.has("r");
            String last = options.last("a", "d", "P", "L", "H");
            Follow follow = switch (last) {
                case "L" -> Follow.ALL;
                case "H" -> Follow.OPERANDS;
                case "" -> recursive ? Follow.NONE : Follow.ALL;
                default -> Follow.NONE;
            };
            Set<Keep> keep = new HashSet<>();
            for (Options.Given option : options.given()) {
                switch (option.key()) {
                    case "a" -> keep.addAll(List.of(Keep.values()));
                    case "d" -> keep.add(Keep.LINKS);
                    case "p" -> keep.addAll(List.of(Keep.MODE, Keep.OWNER, Keep.TIMES));
                    case "preserve" -> keep.addAll(kept(options, option.value()));
                    case "no-preserve" -> keep.removeAll(kept(options, option.value()));
                    default -> {
                        // Says nothing of attributes.
                    }
                }
            }
            return new Settings(
                    recursive,
                    follow,
                    keep,
                    options.has("f"),
                    options.last("i", "n"),
                    options.has("u"),
                    options.has("v"),
                    options.last("l", "s"),
                    options.has("remove-destination"),
                    options.has("attributes-only"),
                    options.has("x"));
        }

        private static Set<Keep> kept(Options options, String text) {
            Set<Keep> kept = new HashSet<>();
            for (String word : (text.isEmpty() ? "mode,ownership,timestamps" : text).split(",", -1)) {
                switch (word) {
                    case "mode" -> kept.add(Keep.MODE);
                    case "ownership" -> kept.add(Keep.OWNER);
                    case "timestamps" -> kept.add(Keep.TIMES);
                    case "links" -> kept.add(Keep.LINKS);
                    case "all" -> kept.addAll(List.of(Keep.values()));
                    case "context", "xattr" -> {
                        // Not known to Java.
                    }
                    default -> throw options.usage("invalid argument " + Quoted.name(word) + " for '--preserve'");
                }
            }
            return kept;
        }

        /** All as it is: what a move to another file system does. */
        static Settings exact() {
            return new Settings(
                    true, Follow.NONE, Set.of(Keep.values()), false, "", false, false, "", true, false, false);
        }
    }

    private final UtilityCall call;
    private final Settings settings;
    private final Map<FileStatus.Id, Path> copied = new HashMap<>();
    private final Set<FileStatus.Id> above = new HashSet<>();
    /** What this call has made: no source that came earlier in it may be lost. */
    private final Set<Path> made = new HashSet<>();

    private long device;

    Copier(UtilityCall call, Settings settings) {
        this.call = call;
        this.settings = settings;
    }

    /** Copies an operand; false if something is wrong, which was told. */
    boolean copy(String source, String target) throws IOException {
        FileStatus status;
        Path from;
        try {
            from = call.locate(source);
            status = FileStatus.of(from, settings.follow != Follow.NONE);
        } catch (IOException e) {
            call.error("cannot stat " + Quoted.name(source), e);
            return false;
        }
        device = status.device();
        if (status.isDirectory() && !settings.recursive) {
            call.error("-r not specified; omitting directory " + Quoted.name(source));
            return false;
        }
        Path to;
        try {
            to = call.locate(status.isDirectory() ? Mkdir.trimmed(target) : target);
            if (status.isDirectory() && isInside(from, to)) {
                call.error("cannot copy a directory, " + Quoted.name(source) + ", into itself, " + Quoted.name(target));
                return false;
            }
        } catch (NoSuchFileException e) {
            call.error("cannot create regular file " + Quoted.name(target), e);
            return false;
        }
        if (!status.isDirectory() && target.endsWith("/") && !Files.isDirectory(to)) {
            tell(new Pair(source, from, target, to));
            call.error("cannot create regular file " + Quoted.name(target) + ": Not a directory");
            return false;
        }
        return copy(new Pair(source, from, target, to), status, 0);
    }

    /** A source and where its copy goes, as they are written and where they are. */
    private record Pair(String source, Path from, String target, Path to) {
        Pair child(String name) {
            return new Pair(
                    Destination.join(source, name),
                    from.resolve(name),
                    Destination.join(target, name),
                    to.resolve(name));
        }

        @Override
        public String toString() {
            return Quoted.name(source) + " -> " + Quoted.name(target);
        }
    }

    private static boolean isInside(Path directory, Path path) {
        try {
            Path real = directory.toRealPath();
            Path parent = path.getParent();
            return Files.isDirectory(path)
                    ? path.toRealPath().startsWith(real) && !Files.isSameFile(directory, path)
                    : parent != null && parent.toRealPath().startsWith(real);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean copy(Pair pair, FileStatus source, int depth) throws IOException {
        UtilityCall.checkInterrupt();
        if (depth > MAX_DEPTH) {
            call.error(pair.source + ": more than " + MAX_DEPTH + " directories within each other");
            return false;
        }
        FileStatus there = FileStatus.find(pair.to, false).orElse(null);
        if (there != null) {
            Boolean done = meet(pair, source, there);
            if (done != null) {
                return done;
            }
        }
        try {
            return switch (source.kind()) {
                case DIRECTORY -> directory(pair, source, there, depth);
                case LINK -> link(pair, source, there);
                default -> file(pair, source, there, depth);
            };
        } catch (IOException e) {
            call.error("cannot create " + source.kind().title() + " " + Quoted.name(pair.target), e);
            return false;
        }
    }

    /** What to do with a file that is there already; null to go on. */
    private @Nullable Boolean meet(Pair pair, FileStatus source, FileStatus there) throws IOException {
        FileStatus behind = there.isLink() ? FileStatus.find(pair.to, true).orElse(there) : there;
        boolean plain = !source.isDirectory() && !source.isLink() && settings.links.isEmpty() && !settings.remove;
        if (plain && there.isLink() && behind.equals(there)) {
            tell(pair);
            call.error("not writing through dangling symlink " + Quoted.name(pair.target));
            return false;
        }
        if (settings.overwrite.equals("n") && !source.isDirectory()) {
            return true;
        }
        boolean linked = settings.links.equals("l");
        boolean same = source.id().equals(source.isLink() ? there.id() : behind.id());
        if (same && !(there.isLink() && (settings.remove || !settings.links.isEmpty()))) {
            if (linked) {
                return true;
            }
            if (!(settings.remove && !pair.from.equals(pair.to))) {
                call.error(Quoted.name(pair.source) + " and " + Quoted.name(pair.target) + " are the same file");
                return false;
            }
        }
        if (source.isDirectory()) {
            if (!there.isDirectory() && !(behind.isDirectory() && pair.target.endsWith("/."))) {
                call.error("cannot overwrite non-directory " + Quoted.name(pair.target) + " with directory "
                        + Quoted.name(pair.source));
                return false;
            }
            return null;
        }
        if (behind.isDirectory() && !(source.isLink() && there.isLink())) {
            call.error("cannot overwrite directory " + Quoted.name(pair.target) + " with non-directory");
            return false;
        }
        if (settings.update && !source.modified().isAfter(there.modified())) {
            return true;
        }
        if (made.contains(pair.to)) {
            call.error("will not overwrite just-created " + Quoted.name(pair.target) + " with "
                    + Quoted.name(pair.source));
            return false;
        }
        if (settings.overwrite.equals("i") && !call.confirms("overwrite " + Quoted.name(pair.target) + "? ")) {
            return true;
        }
        return null;
    }

    private boolean directory(Pair pair, FileStatus source, @Nullable FileStatus there, int depth) throws IOException {
        if (!above.add(source.id())) {
            call.error("cannot copy cyclic symbolic link " + Quoted.name(pair.source));
            return false;
        }
        boolean isNew = there == null;
        int mode = settings.keep.contains(Keep.MODE) ? source.mode() : source.mode() & 0777 & ~call.mask();
        if (isNew) {
            FileModes.makeDirectory(pair.to, (mode & 0777) | OWNER);
            tell(pair);
        }
        boolean good = true;
        List<String> names = List.of();
        try {
            names = Folder.names(pair.from);
        } catch (IOException e) {
            call.error("cannot access " + Quoted.name(pair.source), e);
            good = false;
        }
        for (String name : names) {
            Pair child = pair.child(name);
            try {
                FileStatus status = FileStatus.of(child.from, settings.follow == Follow.ALL);
                if (!(settings.oneFileSystem && status.isDirectory() && status.device() != device)) {
                    good &= copy(child, status, depth + 1);
                }
            } catch (IOException e) {
                call.error("cannot stat " + Quoted.name(child.source), e);
                good = false;
            }
        }
        above.remove(source.id());
        keep(pair, source);
        if (isNew && !settings.keep.contains(Keep.MODE)) {
            int actual = FileStatus.of(pair.to, false).mode();
            if ((actual & 0777) != mode) {
                FileModes.set(pair.to, mode | (actual & ~0777));
            }
        }
        return good;
    }

    private boolean link(Pair pair, FileStatus source, @Nullable FileStatus there) throws IOException {
        if (settings.links.equals("l")) {
            return hardLink(pair, pair.from, there);
        }
        if (there != null) {
            remove(pair);
        }
        Files.createSymbolicLink(pair.to, Files.readSymbolicLink(pair.from));
        made.add(pair.to);
        tell(pair);
        keep(pair, source);
        return true;
    }

    private boolean hardLink(Pair pair, Path first, @Nullable FileStatus there) throws IOException {
        if (there != null) {
            if (settings.links.equals("l") && !settings.force && !settings.remove) {
                call.error("cannot create hard link " + Quoted.name(pair.target) + " to " + Quoted.name(pair.source)
                        + ": File exists");
                return false;
            }
            remove(pair);
        }
        Files.createLink(pair.to, first);
        made.add(pair.to);
        tell(pair);
        return true;
    }

    private boolean file(Pair pair, FileStatus source, @Nullable FileStatus there, int depth) throws IOException {
        if (settings.links.equals("l")) {
            boolean follow = settings.follow == Follow.ALL;
            return hardLink(pair, follow ? pair.from.toRealPath() : pair.from, there);
        }
        if (settings.links.equals("s")) {
            return symbolicLink(pair, there);
        }
        boolean device = !source.isFile();
        if (device && (settings.recursive || depth > 0)) {
            call.error("cannot copy special file " + Quoted.name(pair.source));
            return false;
        }
        Path first = settings.keep.contains(Keep.LINKS) && source.links() > 1 ? copied.get(source.id()) : null;
        if (first != null) {
            return hardLink(pair, first, there);
        }
        if (there != null && (settings.remove || (settings.keep.contains(Keep.LINKS) && there.links() > 1))) {
            remove(pair);
            return content(pair, source, null);
        }
        return content(pair, source, there);
    }

    private boolean content(Pair pair, FileStatus source, @Nullable FileStatus there) throws IOException {
        tell(pair);
        InputStream input;
        try {
            input = call.open(pair.source.equals("/dev/stdin") ? "-" : pair.from.toString());
        } catch (IOException e) {
            call.error("cannot open " + Quoted.name(pair.source) + " for reading", e);
            return false;
        }
        try (input) {
            write(pair, source, there, input);
        }
        made.add(pair.to);
        copied.putIfAbsent(source.id(), pair.to);
        keep(pair, source);
        return true;
    }

    private void write(Pair pair, FileStatus source, @Nullable FileStatus there, InputStream input) throws IOException {
        if (pair.target.equals("/dev/stdout")) {
            Cat.copy(input, call.output());
            return;
        }
        try (OutputStream output = open(pair, source, there)) {
            byte[] block = new byte[64 * 1024];
            int count = settings.attributesOnly ? -1 : input.read(block);
            while (count >= 0) {
                output.write(block, 0, count);
                count = input.read(block);
            }
        }
    }

    private OutputStream open(Pair pair, FileStatus source, @Nullable FileStatus there) throws IOException {
        // Others get their rights when the copy is complete.
        int mode = settings.keep.contains(Keep.MODE)
                ? source.mode() & OWNER
                : (source.isFile() ? source.mode() & 0777 : 0666) & ~call.mask();
        if (there == null) {
            return FileModes.createFile(pair.to, mode);
        }
        try {
            return settings.attributesOnly ? OutputStream.nullOutputStream() : FileModes.write(pair.to, false, mode);
        } catch (FileSystemException e) {
            if (!settings.force) {
                throw e;
            }
            Files.delete(pair.to);
            return FileModes.createFile(pair.to, mode);
        }
    }

    private boolean symbolicLink(Pair pair, @Nullable FileStatus there) throws IOException {
        Path parent = pair.to.getParent();
        boolean here = parent == null || Files.isSameFile(parent, call.directory());
        if (!pair.source.startsWith("/") && !here) {
            call.error(pair.target + ": can make relative symbolic links only in current directory");
            return false;
        }
        if (there != null) {
            if (!settings.force && !settings.remove) {
                call.error("cannot create symbolic link " + Quoted.name(pair.target) + " to " + Quoted.name(pair.source)
                        + ": File exists");
                return false;
            }
            remove(pair);
        }
        Files.createSymbolicLink(pair.to, pair.to.getFileSystem().getPath(pair.source));
        made.add(pair.to);
        tell(pair);
        return true;
    }

    /** Gives a copy the attributes that are kept. */
    private void keep(Pair pair, FileStatus source) throws IOException {
        if (settings.keep.contains(Keep.TIMES)) {
            Files.getFileAttributeView(pair.to, BasicFileAttributeView.class, FileStatus.options(!source.isLink()))
                    .setTimes(FileTime.from(source.modified()), FileTime.from(source.accessed()), null);
        }
        boolean owned = true;
        if (settings.keep.contains(Keep.OWNER) && FileStatus.isUnix(pair.to)) {
            owned = keepOwner(pair.to, source);
        }
        if (settings.keep.contains(Keep.MODE) && !source.isLink()) {
            // Rights of an owner must not go to somebody else.
            FileModes.set(pair.to, owned ? source.mode() : source.mode() & ~06000);
        }
    }

    private static boolean keepOwner(Path path, FileStatus source) throws IOException {
        FileStatus copy = FileStatus.of(path, false);
        if (copy.user() == source.user() && copy.group() == source.group()) {
            return true;
        }
        try {
            Files.setAttribute(path, "unix:gid", source.group(), FileStatus.options(false));
            Files.setAttribute(path, "unix:uid", source.user(), FileStatus.options(false));
            return true;
        } catch (IOException e) {
            // Only root may give files away.
            return false;
        }
    }

    private void remove(Pair pair) throws IOException {
        Files.delete(pair.to);
        if (settings.verbose) {
            call.output().line("removed " + Quoted.name(pair.target));
        }
    }

    private void tell(Pair pair) {
        if (settings.verbose) {
            call.output().line(pair.toString());
        }
    }
}

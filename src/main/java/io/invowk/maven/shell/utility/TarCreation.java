// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import io.invowk.maven.shell.archive.TarEntry;
import io.invowk.maven.shell.archive.TarWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes an archive of {@code tar}. */
final class TarCreation {
    private static final int MAX_DEPTH = 1000;
    private static final int USUAL_LEVEL = 6;
    private static final Pattern LEADING = Pattern.compile("/+|(?:.*/)?\\.\\.(?:/+|$)");

    private final Tar tar;
    private final Options options;
    private final UtilityCall call;
    private final TarExclusions exclusions;
    private final Map<FileStatus.Id, String> written = new HashMap<>();
    private final Map<Integer, String> users = new HashMap<>();
    private final Map<Integer, String> groups = new HashMap<>();
    private final boolean toOutput;
    private final @Nullable Instant time;
    private FileStatus.@Nullable Id archive;
    private String removed = "";
    private boolean good = true;

    TarCreation(Tar tar, Options options) throws IOException {
        this.tar = tar;
        this.options = options;
        this.call = options.call();
        this.exclusions = Tar.exclusions(options);
        this.toOutput = Tar.file(options).equals("-");
        String date = options.value("mtime").orElse("");
        this.time = date.isEmpty()
                ? null
                : Dates.parse(date, Instant.now(), call.zone())
                        .orElseThrow(() -> Tar.fatal("Invalid mtime " + Quoted.name(date)));
        String format = options.value("format").orElse("gnu");
        if (!format.matches("gnu|oldgnu|ustar|pax|posix")) {
            throw Tar.fatal(format + ": Invalid archive format");
        }
        String sort = options.value("sort").orElse("none");
        if (!sort.matches("none|name|inode")) {
            throw Tar.fatal("invalid argument " + Quoted.name(sort) + " for '--sort'");
        }
    }

    /** Writes the archive; false if something is missing in it, which was told. */
    boolean run() throws IOException {
        List<Options.Given> words = new ArrayList<>();
        for (Options.Given word : options.sequence()) {
            if (word.key().equals("files-from")) {
                Tar.lines(options, word.value()).forEach(name -> words.add(new Options.Given("", name)));
            } else if (word.key().isEmpty() || word.key().equals("C")) {
                words.add(word);
            }
        }
        if (words.stream().noneMatch(word -> word.key().isEmpty()) && !options.has("files-from")) {
            throw Tar.fatal("Cowardly refusing to create an empty archive");
        }
        try (OutputStream file = open();
                TarWriter writer =
                        new TarWriter(file, options.value("format").orElse("").matches("pax|posix"))) {
            Path directory = call.directory();
            for (Options.Given word : words) {
                if (word.key().equals("C")) {
                    directory = Tar.directory(options, directory, word.value());
                } else {
                    add(writer, directory.resolve(word.value()), word.value());
                }
            }
        }
        return good;
    }

    private OutputStream open() throws IOException {
        String name = Tar.file(options);
        OutputStream file;
        if (toOutput) {
            file = new FilterOutputStream(call.output()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                }

                @Override
                public void close() throws IOException {
                    out.flush();
                }
            };
        } else {
            Path path = call.locate(name);
            try {
                file = name.equals("/dev/null")
                        ? OutputStream.nullOutputStream()
                        : FileModes.write(path, false, call.fileMode());
            } catch (IOException e) {
                throw new UtilityException(2, name + ": Cannot open: " + UtilityCall.reason(e));
            }
            archive = FileStatus.find(path, true).map(FileStatus::id).orElse(null);
        }
        boolean gzip = options.has("z") || (options.has("a") && name.matches(".*\\.(tar\\.gz|tgz|taz|gz)"));
        if (!gzip) {
            return file;
        }
        OutputStream below = file;
        return new FilterOutputStream(new GzipOutput(below, USUAL_LEVEL, "", 0)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                out.close();
                below.close();
            }
        };
    }

    private void add(TarWriter writer, Path path, String operand) throws IOException {
        try {
            visit(writer, path, operand, 0);
        } catch (IOException e) {
            UtilityCall.rethrowInterrupt(e);
            // What cannot be written ends it.
            throw e;
        }
    }

    private void fail(String message) {
        call.error(message);
        good = false;
    }

    private void visit(TarWriter writer, Path path, String name, int depth) throws IOException {
        UtilityCall.checkInterrupt();
        if (exclusions.contains(name)) {
            return;
        }
        FileStatus status;
        String link = "";
        try {
            status = FileStatus.of(path, options.has("h"));
            link = status.isLink() ? Files.readSymbolicLink(path).toString() : "";
        } catch (IOException e) {
            UtilityCall.rethrowInterrupt(e);
            fail(name + ": Cannot stat: " + UtilityCall.reason(e));
            return;
        }
        if (status.id().equals(archive)) {
            call.error(name + ": file is the archive; not dumped");
            return;
        }
        if (depth > MAX_DEPTH) {
            fail(name + ": more than " + MAX_DEPTH + " directories within each other");
            return;
        }
        String member = member(status.isDirectory() ? Destination.join(name, "") : name);
        switch (status.kind()) {
            case SOCKET -> call.error(name + ": socket ignored");
            case DIRECTORY ->
                directory(writer, path, name, entry(path, status, TarEntry.Kind.DIRECTORY, member, ""), depth);
            case FILE -> file(writer, path, name, member, status);
            case LINK -> put(writer, entry(path, status, TarEntry.Kind.SYMBOLIC_LINK, member, link), name);
            case PIPE -> put(writer, entry(path, status, TarEntry.Kind.PIPE, member, ""), name);
            case BLOCK_DEVICE, CHARACTER_DEVICE -> fail(name + ": devices cannot be archived here");
        }
    }

    /** A name without what would lead out of a directory. */
    private String member(String name) {
        Matcher leading = LEADING.matcher(name);
        if (!leading.lookingAt()) {
            return name;
        }
        String rest = name.substring(leading.end());
        while (rest.startsWith("/")) {
            rest = rest.substring(1);
        }
        if (!removed.equals(leading.group())) {
            removed = leading.group();
            call.error("Removing leading `" + removed + "' from member names");
        }
        return rest.isEmpty() ? "./" : rest;
    }

    private TarEntry entry(Path path, FileStatus status, TarEntry.Kind kind, String name, String link) {
        String user = options.value("owner").orElse("");
        String group = options.value("group").orElse("");
        boolean numbers = options.has("numeric-owner");
        Optional<Integer> userNumber = number(user);
        Optional<Integer> groupNumber = number(group);
        return new TarEntry(
                kind,
                name,
                link,
                status.mode(),
                userNumber.orElse(status.user()),
                groupNumber.orElse(status.group()),
                numbers ? "" : user.isEmpty() ? owner(path, status, false) : named(user),
                numbers ? "" : group.isEmpty() ? owner(path, status, true) : named(group),
                kind == TarEntry.Kind.FILE ? status.size() : 0,
                time == null ? status.modified() : time);
    }

    /** The name of a principal in an option; empty if it is a number without a name. */
    private static String named(String text) {
        return text.matches("\\+?0") ? "root" : text.replaceAll(":.*|^\\+?[0-9]+$", "");
    }

    private static Optional<Integer> number(String text) {
        Matcher matcher = Pattern.compile("(?:.*:)?\\+?([0-9]{1,9})").matcher(text);
        if (matcher.matches()) {
            return Optional.of(Integer.valueOf(matcher.group(1)));
        }
        return text.equals("root") ? Optional.of(0) : Optional.empty();
    }

    private String owner(Path path, FileStatus status, boolean group) {
        return (group ? groups : users).computeIfAbsent(group ? status.group() : status.user(), number -> {
            try {
                PosixFileAttributes attributes =
                        Files.readAttributes(path, PosixFileAttributes.class, FileStatus.options(!status.isLink()));
                String name = (group ? attributes.group() : attributes.owner()).getName();
                return name.equals(Integer.toUnsignedString(number)) ? "" : name;
            } catch (IOException | UnsupportedOperationException e) {
                return "";
            }
        });
    }

    /** Tells of a file by the name that it has here. */
    private void tell(TarEntry entry, String name) {
        String shown = entry.kind() == TarEntry.Kind.DIRECTORY ? Destination.join(name, "") : name;
        tar.tell(options, entry.named(shown), toOutput);
    }

    private void put(TarWriter writer, TarEntry entry, String name) throws IOException {
        tell(entry, name);
        writer.add(entry).close();
    }

    private void directory(TarWriter writer, Path path, String name, TarEntry entry, int depth) throws IOException {
        List<String> names = List.of();
        try {
            names = Folder.names(path);
        } catch (IOException e) {
            UtilityCall.rethrowInterrupt(e);
            fail(name + ": Cannot open: " + UtilityCall.reason(e));
        }
        put(writer, entry, name);
        if (options.has("no-recursion")) {
            return;
        }
        List<String> ordered = new ArrayList<>(names);
        if (options.value("sort").orElse("").equals("name")) {
            Collections.sort(ordered, (a, b) -> Arrays.compareUnsigned(UtilityCall.bytes(a), UtilityCall.bytes(b)));
        }
        for (String child : ordered) {
            visit(writer, path.resolve(child), Destination.join(name, child), depth + 1);
        }
    }

    private void file(TarWriter writer, Path path, String name, String member, FileStatus status) throws IOException {
        String first = status.links() > 1 || options.has("h") ? written.get(status.id()) : null;
        if (first != null && !first.equals(member)) {
            put(writer, entry(path, status, TarEntry.Kind.HARD_LINK, member, first), name);
            return;
        }
        InputStream opened;
        try {
            opened = call.open(path.toString());
        } catch (IOException e) {
            UtilityCall.rethrowInterrupt(e);
            fail(name + ": Cannot open: " + UtilityCall.reason(e));
            return;
        }
        try (InputStream input = opened) {
            TarEntry entry = entry(path, status, TarEntry.Kind.FILE, member, "");
            tell(entry, name);
            written.putIfAbsent(status.id(), member);
            try (OutputStream output = writer.add(entry)) {
                copy(input, output, name, status.size());
            }
        }
    }

    /** The header has said how long the file is, whatever becomes of it. */
    private void copy(InputStream input, OutputStream output, String name, long size) throws IOException {
        byte[] block = new byte[64 * 1024];
        long left = size;
        while (left > 0) {
            int count = input.read(block, 0, (int) Math.min(block.length, left));
            if (count < 0) {
                fail(name + ": File shrank by " + left + " bytes; padding with zeros");
                Arrays.fill(block, (byte) 0);
                for (; left > 0; left -= Math.min(block.length, left)) {
                    output.write(block, 0, (int) Math.min(block.length, left));
                }
                return;
            }
            output.write(block, 0, count);
            left -= count;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.shell.conformance.HostPrograms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Runs calls of utilities over a tree of files, in our shell and in another one, and says what they made of it. */
final class TreeComparison {
    private static final Instant OLD = Instant.parse("2021-03-04T05:06:07Z");
    private static final Instant RECENT =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(24 * 60 * 60);
    private static final LinkOption STAY = LinkOption.NOFOLLOW_LINKS;

    private final Path top;
    private final Path tree;

    TreeComparison(Path top) {
        this.top = top;
        this.tree = top.resolve("tree");
    }

    /** What a call did: exit status, output, whether it complained, and the files afterwards. */
    record Answer(int status, String output, boolean errors, String files) {}

    /** Choices of one place of a call are in ‹›, separated by ¦; an empty one is none. */
    static List<String> calls(String template) {
        int open = template.indexOf('‹');
        if (open < 0) {
            return List.of(template);
        }
        int close = template.indexOf('›', open);
        List<String> all = new ArrayList<>();
        for (String choice : template.substring(open + 1, close).split("¦", -1)) {
            all.addAll(calls(template.substring(0, open) + choice + template.substring(close + 1)));
        }
        return all;
    }

    Path tree() {
        return tree;
    }

    Answer ours(String call) throws IOException, InterruptedException {
        make();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = new Shell(HostPrograms.start(), new LocalFiles(), true)
                .run(
                        new Shell.Request(
                                // Programs are not on the path: what is not inside is not found.
                                new SourceText("call", call),
                                List.of(),
                                Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC0", "PATH", ""),
                                tree),
                        new Shell.Streams(InputStream.nullInputStream(), output, errors));
        return new Answer(status, output.toString(StandardCharsets.ISO_8859_1), errors.size() > 0, files());
    }

    /**
     * The same by programs.
     *
     * @param path where they are
     */
    Answer theirs(String call, String path) throws IOException, InterruptedException {
        make();
        Path errors = top.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", call)
                .directory(tree.toFile())
                .redirectError(errors.toFile())
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC0", "PATH", path));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        return new Answer(process.waitFor(), output, Files.size(errors) > 0, files());
    }

    private void make() throws IOException {
        if (Files.exists(tree)) {
            removeTree(tree);
        }
        Files.createDirectory(tree);
        file("a.txt", "alpha\n", "rw-r--r--");
        file("b b.txt", "beta beta\n", "rw-------");
        file("run.sh", "echo run\n", "rwxr-xr-x");
        file(".hidden", "", "rw-r--r--");
        file("empty", "", "rw-rw-r--");
        Random random = new Random(11);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            text.append(Integer.toString(random.nextInt(1000), 36)).append(i % 9 == 0 ? '\n' : ' ');
        }
        file("big", text.toString(), "r--r--r--");
        Files.createDirectories(tree.resolve("dir/sub/deep"));
        Files.createDirectory(tree.resolve("emptydir"));
        file("dir/one", "1\n", "rw-r-----");
        file("dir/.dot", "dot\n", "rw-r--r--");
        file("dir/sub/two", "2\n22\n", "rw-r--r--");
        file("dir/sub/deep/three", "3", "rwxrwxrwx");
        link("link", "a.txt");
        link("dirlink", "dir");
        link("broken", "nowhere");
        link("dir/up", "../a.txt");
        Files.createLink(tree.resolve("hard"), tree.resolve("a.txt"));
        for (String name : List.of("dir/sub/deep", "dir/sub", "dir", "emptydir", ".")) {
            date(tree.resolve(name), OLD);
        }
        date(tree.resolve("run.sh"), RECENT);
    }

    private void file(String name, String text, String permissions) throws IOException {
        Path path = Files.writeString(tree.resolve(name), text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        date(path, OLD.plusSeconds(60 * name.length()));
    }

    private void link(String name, String target) throws IOException {
        date(Files.createSymbolicLink(tree.resolve(name), Path.of(target)), OLD);
    }

    private static void date(Path path, Instant time) throws IOException {
        FileTime stamp = FileTime.from(time);
        Files.getFileAttributeView(path, BasicFileAttributeView.class, STAY).setTimes(stamp, stamp, null);
    }

    /** All files, a line each: name, permissions, date unless that is new, what is in it. */
    private String files() throws IOException {
        StringBuilder out = new StringBuilder();
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted().toList()) {
                out.append(tree.relativize(path)).append(' ');
                if (Files.isSymbolicLink(path)) {
                    out.append("-> ").append(Files.readSymbolicLink(path));
                } else {
                    out.append(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
                }
                Instant date = Files.getLastModifiedTime(path, STAY).toInstant();
                out.append(' ').append(date.isAfter(RECENT.plusSeconds(60 * 60)) ? "new" : date);
                if (Files.isRegularFile(path, STAY)) {
                    out.append(' ')
                            .append(Files.getAttribute(path, "unix:nlink"))
                            .append(' ');
                    out.append(
                            Files.size(path) > 100
                                    ? "#" + hash(path)
                                    : Files.readString(path, StandardCharsets.ISO_8859_1));
                }
                out.append('\n');
            }
        }
        return out.toString();
    }

    private static int hash(Path path) throws IOException {
        return java.util.Arrays.hashCode(Files.readAllBytes(path));
    }

    static void removeTree(Path top) throws IOException {
        try (Stream<Path> all = Files.walk(top)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

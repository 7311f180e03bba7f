// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** {@code ln}: {@code -f -i -L -n -P -r -s -t -T -v}. */
final class Ln implements Utility {
    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(
                call,
                "f,force i,interactive L,logical n,no-dereference P,physical r,relative s,symbolic t,target-directory="
                        + " T,no-target-directory v,verbose");
        options.requireOperands(1, "missing file operand");
        boolean symbolic = options.has("s");
        if (options.has("r") && !symbolic) {
            throw options.usage("cannot do --relative without --symbolic");
        }
        Destination destination = Destination.of(options, !options.has("n"), true);
        boolean good = true;
        for (String source : destination.sources()) {
            String link = destination.of(source);
            try {
                good &= symbolic ? symbolic(options, source, link) : hard(options, source, link);
            } catch (IOException e) {
                boolean missing = !symbolic && e instanceof NoSuchFileException;
                call.error(
                        missing
                                ? "failed to access " + Quoted.name(source)
                                : "failed to create " + (symbolic ? "symbolic" : "hard") + " link " + Quoted.name(link),
                        e);
                good = false;
            }
        }
        return good ? 0 : 1;
    }

    private static boolean symbolic(Options options, String source, String link) throws IOException {
        UtilityCall call = options.call();
        Path path = call.locate(Mkdir.trimmed(link));
        String target = source;
        if (options.has("r")) {
            Path parent = path.getParent();
            Path from = RealPaths.canonical(
                    call, parent == null ? path : parent, false, RealPaths.Missing.ANY, RealPaths.Links.FOLLOWED);
            Path to = RealPaths.canonical(
                    call, call.locate(source), false, RealPaths.Missing.ANY, RealPaths.Links.FOLLOWED);
            target = RealPaths.relative(from, to);
        }
        if (!clear(options, path, link)) {
            return false;
        }
        if (link.endsWith("/")) {
            throw new NoSuchFileException(link);
        }
        Files.createSymbolicLink(path, path.getFileSystem().getPath(target));
        told(options, link, " -> ", target);
        return true;
    }

    private static boolean hard(Options options, String source, String link) throws IOException {
        UtilityCall call = options.call();
        boolean follow = options.last("L", "P").equals("L");
        Path path = call.locate(source);
        FileStatus status = FileStatus.of(path, follow);
        if (status.isDirectory()) {
            call.error(source + ": hard link not allowed for directory");
            return false;
        }
        Path target = call.locate(link);
        Path folder = target.getParent();
        boolean same = path.getFileName() != null
                && path.getFileName().equals(target.getFileName())
                && folder != null
                && Files.exists(folder)
                && Files.isSameFile(folder, path.resolveSibling("."))
                && FileStatus.find(target, false)
                        .filter(found -> found.id().equals(status.id()))
                        .isPresent();
        if (same && options.has("f")) {
            call.error(Quoted.name(source) + " and " + Quoted.name(link) + " are the same file");
            return false;
        }
        if (!clear(options, target, link)) {
            return false;
        }
        Files.createLink(target, follow ? path.toRealPath() : path);
        told(options, link, " => ", source);
        return true;
    }

    /** Makes room for a link; false if it is not to be, which was told. */
    private static boolean clear(Options options, Path path, String link) throws IOException {
        UtilityCall call = options.call();
        FileStatus there = FileStatus.find(path, false).orElse(null);
        if (there == null) {
            return true;
        }
        String last = options.last("f", "i");
        if (last.isEmpty()) {
            throw new FileAlreadyExistsException(link);
        }
        if (there.isDirectory()) {
            call.error(link + ": cannot overwrite directory");
            return false;
        }
        if (last.equals("i") && !call.confirms("replace " + Quoted.name(link) + "? ")) {
            return false;
        }
        Files.delete(path);
        return true;
    }

    private static void told(Options options, String link, String arrow, String target) {
        if (options.has("v")) {
            List<String> words = List.of(Quoted.name(link), arrow, Quoted.name(target));
            options.call().output().line(String.join("", words));
        }
    }
}

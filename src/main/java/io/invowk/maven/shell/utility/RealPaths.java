// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** {@code realpath}: {@code -e -L -m -P -q -s -z --relative-base --relative-to}. */
final class RealPaths {
    private static final int MAX_LINKS = 40;

    /** Which parts of a path may be missing. */
    enum Missing {
        NONE,
        LAST,
        ANY
    }

    /** What becomes of links. */
    enum Links {
        FOLLOWED,
        /** {@code ..} takes away the name before it, also that of a link. */
        LOGICAL,
        KEPT
    }

    private RealPaths() {}

    static int run(UtilityCall call) throws IOException {
        Options options = Options.of(
                call,
                "e,canonicalize-existing L,logical m,canonicalize-missing P,physical q,quiet relative-base= relative-to="
                        + " s,strip,no-symlinks z,zero");
        options.requireOperands(1);
        String mode = options.last("e", "m");
        Missing missing = mode.equals("e") ? Missing.NONE : mode.equals("m") ? Missing.ANY : Missing.LAST;
        String kind = options.last("L", "P", "s");
        Links links = kind.equals("L") ? Links.LOGICAL : kind.equals("s") ? Links.KEPT : Links.FOLLOWED;
        String baseText = options.value("relative-base").orElse("");
        String toText = options.value("relative-to").orElse(baseText);
        boolean relative = options.has("relative-base") || options.has("relative-to");
        Path base = call.directory();
        Path to = base;
        if (relative) {
            to = directory(call, toText, missing, links);
            base = options.has("relative-base") ? directory(call, baseText, missing, links) : base.getRoot();
            if (options.has("relative-base") && !to.startsWith(base)) {
                relative = false;
            }
        }
        int status = 0;
        for (String operand : options.operands()) {
            try {
                Path path = canonical(call, operand, missing, links);
                call.output().print(relative && path.startsWith(base) ? relative(to, path) : path.toString());
                call.output().write(options.has("z") ? 0 : '\n');
            } catch (IOException e) {
                UtilityCall.rethrowInterrupt(e);
                if (!options.has("q")) {
                    call.error(operand.isEmpty() ? "''" : operand, e);
                }
                status = 1;
            }
        }
        return status;
    }

    private static Path directory(UtilityCall call, String operand, Missing missing, Links links) {
        try {
            Path path = canonical(call, operand, missing, links);
            if (missing == Missing.NONE && !Files.isDirectory(path)) {
                throw new UtilityException(1, operand + ": Not a directory");
            }
            return path;
        } catch (IOException e) {
            throw new UtilityException(1, operand + ": " + UtilityCall.reason(e));
        }
    }

    /** The way from one directory to another file, in names and {@code ..}. */
    static String relative(Path from, Path to) {
        String text = from.relativize(to).toString();
        return text.isEmpty() ? "." : text;
    }

    private static Path canonical(UtilityCall call, String operand, Missing missing, Links links) throws IOException {
        Path path = call.locate(Mkdir.trimmed(operand));
        boolean directory = operand.endsWith("/");
        if (links == Links.LOGICAL) {
            Path logical = canonical(call, path, directory, missing, Links.KEPT);
            return canonical(call, logical, directory, missing, Links.FOLLOWED);
        }
        return canonical(call, path, directory, missing, links);
    }

    /**
     * An absolute path without {@code .} and {@code ..}, and without links if they are followed.
     *
     * @param directory whether it must be one if it is there
     */
    static Path canonical(UtilityCall call, Path path, boolean directory, Missing missing, Links links)
            throws IOException {
        Deque<String> rest = new ArrayDeque<>();
        path.forEach(name -> rest.add(name.toString()));
        Path root = call.directory().getRoot();
        Path done = path.getRoot() == null ? root : path.getRoot();
        int followed = 0;
        while (!rest.isEmpty()) {
            UtilityCall.checkInterrupt();
            String name = rest.remove();
            if (name.isEmpty() || name.equals(".")) {
                continue;
            }
            Path parent = done.getParent();
            if (name.equals("..")) {
                done = parent == null ? done : parent;
                continue;
            }
            parent = done;
            done = done.resolve(name);
            boolean link = links == Links.FOLLOWED && Files.isSymbolicLink(done);
            if (!link) {
                if (missing != Missing.ANY) {
                    check(done, rest, directory, missing, links);
                }
                continue;
            }
            if (++followed > MAX_LINKS) {
                if (missing == Missing.ANY) {
                    continue;
                }
                throw new IOException("Too many levels of symbolic links");
            }
            Path target = Files.readSymbolicLink(done);
            done = target.isAbsolute() ? target.getRoot() : parent;
            Deque<String> names = new ArrayDeque<>();
            target.forEach(each -> names.push(each.toString()));
            names.forEach(rest::push);
        }
        return done;
    }

    /** Refuses a part of a path that is missing, or that is no directory before {@code .}, {@code ..} or a slash at the end. */
    private static void check(Path path, Deque<String> rest, boolean directory, Missing missing, Links links)
            throws IOException {
        String next = rest.peek();
        boolean last = next == null;
        boolean mustBeDirectory = last ? directory : next.equals(".") || next.equals("..");
        if (!last && !mustBeDirectory && links == Links.KEPT) {
            return;
        }
        try {
            FileStatus status = FileStatus.of(path, mustBeDirectory || links == Links.KEPT);
            if (mustBeDirectory && !status.isDirectory()) {
                throw new IOException("Not a directory");
            }
        } catch (NoSuchFileException e) {
            if (!last || missing != Missing.LAST) {
                throw e;
            }
        }
    }
}

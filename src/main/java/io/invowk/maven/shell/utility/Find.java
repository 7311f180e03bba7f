// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code find}: walks trees of files; {@link FindParser} knows its expressions. */
final class Find implements Utility {
    private static final int MAX_DEPTH = 1000;

    private final Set<FileStatus.Id> above = new HashSet<>();
    private boolean good = true;

    /** A file that was found. */
    static final class Found {
        private final String start;
        private final String text;
        private final Path path;
        private final FileStatus status;
        private final int depth;

        Found(String start, String text, Path path, FileStatus status, int depth) {
            this.start = start;
            this.text = text;
            this.path = path;
            this.status = status;
            this.depth = depth;
        }

        /** The operand that it is in. */
        String start() {
            return start;
        }

        /** The path as it is shown. */
        String text() {
            return text;
        }

        Path path() {
            return path;
        }

        FileStatus status() {
            return status;
        }

        /** 0 for an operand. */
        int depth() {
            return depth;
        }

        /** The last part of the path. */
        String name() {
            return Names.base(text, "");
        }
    }

    /** A part of an expression. */
    @FunctionalInterface
    interface Node {
        boolean test(Found found) throws IOException;
    }

    /** What holds for the whole walk. */
    static final class Walk {
        final UtilityCall call;
        int maxDepth = Integer.MAX_VALUE;
        int minDepth;
        boolean depthFirst;
        boolean oneFileSystem;
        boolean followAll;
        boolean followOperands;
        /** Set while an expression is asked: what is in this directory does not count. */
        boolean pruned;

        boolean ended;
        boolean failed;
        /** Commands that wait for more files. */
        final List<FindExec> batches = new ArrayList<>();

        Walk(UtilityCall call) {
            this.call = call;
        }
    }

    @Override
    public int run(UtilityCall call) throws IOException {
        Walk walk = new Walk(call);
        List<String> words = call.arguments();
        int at = 0;
        while (at < words.size() && words.get(at).matches("-[HLP]|-O[0-9]|--")) {
            String word = words.get(at++);
            if (word.equals("--")) {
                break;
            }
            walk.followAll = word.equals("-L") || (walk.followAll && word.startsWith("-O"));
            walk.followOperands = walk.followAll || word.equals("-H") || (walk.followOperands && word.startsWith("-O"));
        }
        List<String> starts = new ArrayList<>();
        while (at < words.size() && !isExpression(words.get(at))) {
            starts.add(words.get(at++));
        }
        Node expression = new FindParser(walk, words.subList(at, words.size())).parse();
        for (String start : starts.isEmpty() ? List.of(".") : starts) {
            if (!walk.ended) {
                start(walk, start, expression);
            }
        }
        for (FindExec batch : walk.batches) {
            batch.finish();
        }
        return good && !walk.failed ? 0 : 1;
    }

    private static boolean isExpression(String word) {
        return (word.startsWith("-") && word.length() > 1)
                || List.of("(", ")", "!", ",").contains(word);
    }

    private void start(Walk walk, String start, Node expression) throws IOException {
        try {
            Path path = walk.call.locate(start);
            FileStatus own = FileStatus.of(path, false);
            Optional<FileStatus> target =
                    walk.followOperands && own.isLink() ? FileStatus.find(path, true) : Optional.empty();
            FileStatus status = target.orElse(own);
            visit(walk, new Found(start, start, path, status, 0), status.device(), expression);
        } catch (IOException e) {
            problem(walk, start, e);
        }
    }

    private void problem(Walk walk, String text, IOException e) throws IOException {
        walk.call.error(Quoted.name(text), e);
        good = false;
    }

    private void visit(Walk walk, Found found, long device, Node expression) throws IOException {
        UtilityCall.checkInterrupt();
        boolean counts = found.depth >= walk.minDepth;
        walk.pruned = false;
        if (counts && !walk.depthFirst) {
            expression.test(found);
        }
        boolean enter = found.status.isDirectory()
                && !walk.pruned
                && !walk.ended
                && found.depth < walk.maxDepth
                && !(walk.oneFileSystem && found.status.device() != device);
        if (enter) {
            if (!above.add(found.status.id())) {
                walk.call.error("File system loop detected; " + Quoted.name(found.text)
                        + " is part of the same file system loop as one of the directories above it.");
                good = false;
                return;
            }
            inside(walk, found, device, expression);
            above.remove(found.status.id());
        }
        if (counts && walk.depthFirst && !walk.ended) {
            expression.test(found);
        }
    }

    private void inside(Walk walk, Found found, long device, Node expression) throws IOException {
        if (found.depth >= MAX_DEPTH) {
            walk.call.error(Quoted.name(found.text) + ": more than " + MAX_DEPTH + " directories within each other");
            good = false;
            return;
        }
        List<String> names;
        try {
            names = Folder.names(found.path);
        } catch (IOException e) {
            problem(walk, found.text, e);
            return;
        }
        for (String name : names) {
            if (walk.ended) {
                return;
            }
            String text = Destination.join(found.text, name);
            Path path = found.path.resolve(name);
            Optional<FileStatus> status = walk.followAll ? FileStatus.find(path, true) : Optional.empty();
            try {
                FileStatus known = status.isPresent() ? status.get() : FileStatus.of(path, false);
                visit(walk, new Found(found.start, text, path, known, found.depth + 1), device, expression);
            } catch (IOException e) {
                problem(walk, text, e);
            }
        }
    }
}

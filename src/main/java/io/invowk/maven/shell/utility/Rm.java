// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code rm}: {@code -d -f -i -I -r -R -v --interactive --one-file-system --preserve-root}. Links are never followed. */
final class Rm implements Utility {
    /** Each level of directories is open while what is in it goes. */
    private static final int MAX_DEPTH = 1000;

    private boolean force;
    private boolean ask;
    private boolean recursive;
    private boolean directories;
    private boolean verbose;
    private boolean oneFileSystem;

    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(
                call, "d,dir f,force i I interactive? one-file-system preserve-root? r,R,recursive v,verbose");
        String when = options.last("f", "i", "I", "interactive");
        String interactive = when.equals("interactive") ? options.value(when).orElse("") : when;
        if (!List.of("", "f", "i", "I", "always", "yes", "once", "never", "no", "none")
                .contains(interactive)) {
            throw options.usage("invalid argument '" + interactive + "' for '--interactive'");
        }
        force = when.equals("f");
        ask = when.equals("i")
                || (when.equals("interactive") && List.of("", "always", "yes").contains(interactive));
        recursive = options.has("r");
        directories = options.has("d");
        verbose = options.has("v");
        oneFileSystem = options.has("one-file-system");
        if (options.operands().isEmpty() && force) {
            return 0;
        }
        options.requireOperands(1);
        int count = options.operands().size();
        if ((interactive.equals("I") || interactive.equals("once")) && (recursive || count > 3)) {
            String question = "remove " + count + (count == 1 ? " argument" : " arguments")
                    + (recursive ? " recursively? " : "? ");
            if (!call.confirms(question)) {
                return 0;
            }
        }
        boolean good = true;
        for (String operand : options.operands()) {
            try {
                good &= remove(call, operand);
            } catch (IOException e) {
                if (!force || !isMissing(e)) {
                    call.error("cannot remove " + Quoted.name(operand), e);
                    good = false;
                }
            }
        }
        return good ? 0 : 1;
    }

    /** Removes a file, or a directory with all that is in it; false if something remains, which was told. */
    static boolean tree(UtilityCall call, Path path, String shown) throws IOException {
        Rm rm = new Rm();
        rm.recursive = true;
        Path parent = path.getParent();
        Path name = path.getFileName();
        if (parent == null || name == null) {
            throw new IOException("is the root");
        }
        try (Folder folder = Folder.open(parent)) {
            boolean directory = folder.isDirectory(name.toString());
            return rm.remove(call, folder, name.toString(), shown, directory, null, 0);
        }
    }

    private static boolean isMissing(IOException e) {
        return e instanceof NoSuchFileException || UtilityCall.reason(e).equals("Not a directory");
    }

    private boolean remove(UtilityCall call, String operand) throws IOException {
        String text = Mkdir.trimmed(operand);
        Path path = call.locate(text);
        FileStatus status = FileStatus.of(path, false);
        if (!status.isDirectory() && operand.endsWith("/")) {
            if (force && !status.isLink()) {
                return true;
            }
            call.error("cannot remove " + Quoted.name(operand) + ": Not a directory");
            return false;
        }
        String name = text.substring(text.lastIndexOf('/') + 1);
        if (status.isDirectory()) {
            if (!recursive && !directories) {
                throw new IOException("Is a directory");
            }
            if (name.equals(".") || name.equals("..")) {
                call.error("refusing to remove '.' or '..' directory: skipping " + Quoted.name(operand));
                return false;
            }
            Path root = path.getRoot();
            if (name.isEmpty() || Files.isSameFile(path, root)) {
                call.error("it is dangerous to operate recursively on " + Quoted.name(operand)
                        + (text.equals("/") ? "" : " (same as '/')"));
                return false;
            }
        }
        Path parent = path.getParent();
        try (Folder folder = Folder.open(parent == null ? path : parent)) {
            return remove(call, folder, name, operand, status.isDirectory(), oneFileSystem ? status : null, 0);
        } catch (java.nio.file.AccessDeniedException e) {
            // A directory that may be searched but not read.
            if (status.isDirectory() && recursive) {
                throw e;
            }
            if (ask && !call.confirms("remove " + status.title() + " " + Quoted.name(text) + "? ")) {
                return true;
            }
            Files.delete(path);
            told(call, text, status.isDirectory());
            return true;
        }
    }

    /** Removes one entry of a directory, and all that is in it; false if something of it remains, which was told. */
    private boolean remove(
            UtilityCall call,
            Folder folder,
            String name,
            String shown,
            boolean directory,
            @Nullable FileStatus top,
            int depth)
            throws IOException {
        UtilityCall.checkInterrupt();
        if (directory && recursive) {
            if (depth > MAX_DEPTH) {
                throw new IOException("more than " + MAX_DEPTH + " directories within each other");
            }
            Boolean cleared = clear(call, folder, name, shown, top, depth);
            if (cleared != null) {
                return cleared;
            }
        }
        if (ask && !call.confirms("remove " + title(call, shown, directory) + " " + Quoted.name(shown) + "? ")) {
            return true;
        }
        folder.delete(name, directory);
        told(call, shown, directory);
        return true;
    }

    private static String title(UtilityCall call, String shown, boolean directory) throws IOException {
        return directory
                ? "directory"
                : FileStatus.find(call.locate(shown), false)
                        .map(FileStatus::title)
                        .orElse("file");
    }

    /** Removes what is in a directory; null if it is empty then, else whether nothing is wrong. */
    private @Nullable Boolean clear(
            UtilityCall call, Folder folder, String name, String shown, @Nullable FileStatus top, int depth)
            throws IOException {
        boolean good = true;
        boolean left = false;
        try (Folder inside = folder.open(name)) {
            if (top != null && FileStatus.of(call.locate(shown), false).device() != top.device()) {
                call.error("skipping " + Quoted.name(shown) + ", since it's on a different device");
                return false;
            }
            List<String> names = inside.names();
            if (ask && !names.isEmpty() && !call.confirms("descend into directory " + Quoted.name(shown) + "? ")) {
                return true;
            }
            for (String child : names) {
                String path = Destination.join(shown, child);
                try {
                    good &= remove(call, inside, child, path, inside.isDirectory(child), top, depth + 1);
                    left |= ask;
                } catch (IOException e) {
                    if (!(e instanceof NoSuchFileException)) {
                        call.error("cannot remove " + Quoted.name(path), e);
                        good = false;
                    }
                }
            }
        } catch (java.nio.file.AccessDeniedException e) {
            // One that cannot be read may still be empty.
            try {
                folder.delete(name, true);
            } catch (DirectoryNotEmptyException full) {
                throw e;
            }
            told(call, shown, true);
            return true;
        }
        if (!good) {
            return false;
        }
        boolean kept = left && !Folder.names(call.locate(shown)).isEmpty();
        return kept ? Boolean.TRUE : null;
    }

    private void told(UtilityCall call, String shown, boolean directory) {
        if (verbose) {
            call.output().line("removed " + (directory ? "directory " : "") + Quoted.name(shown));
        }
    }
}

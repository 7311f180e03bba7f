// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** {@code mv}: {@code -f -i -n -t -T -u -v --strip-trailing-slashes}. */
final class Mv {
    private Mv() {}

    static int run(UtilityCall call) throws IOException {
        Options options = Options.of(
                call,
                "f,force i,interactive n,no-clobber strip-trailing-slashes t,target-directory= T,no-target-directory u,update v,verbose");
        options.requireOperands(1, "missing file operand");
        Destination destination = Destination.of(options, true, false);
        boolean good = true;
        for (String source : destination.sources()) {
            String text = options.has("strip-trailing-slashes") ? Mkdir.trimmed(source) : source;
            UtilityCall.checkInterrupt();
            good &= move(options, text, destination.of(text));
        }
        return good ? 0 : 1;
    }

    private static boolean move(Options options, String source, String target) throws IOException {
        UtilityCall call = options.call();
        Path from;
        FileStatus status;
        try {
            from = call.locate(Mkdir.trimmed(source));
            status = FileStatus.of(from, false);
            if (source.endsWith("/") && !status.isDirectory()) {
                throw new IOException("Not a directory");
            }
        } catch (IOException e) {
            call.error("cannot stat " + Quoted.name(source), e);
            return false;
        }
        try {
            Path to = call.locate(Mkdir.trimmed(target));
            if (target.endsWith("/") && !status.isDirectory() && !Files.isDirectory(to)) {
                throw new IOException("Not a directory");
            }
            FileStatus there = FileStatus.find(to, false).orElse(null);
            if (there != null) {
                String last = options.last("f", "i", "n");
                if (last.equals("n")) {
                    return true;
                }
                if (there.id().equals(status.id())) {
                    call.error(Quoted.name(source) + " and " + Quoted.name(target) + " are the same file");
                    return false;
                }
                boolean older = !status.modified().isAfter(there.modified());
                if (options.has("u") && !status.isDirectory() && older) {
                    return true;
                }
                if (last.equals("i") && !call.confirms("overwrite " + Quoted.name(target) + "? ")) {
                    return true;
                }
                if (status.isDirectory() != there.isDirectory()) {
                    call.error("cannot overwrite "
                            + (status.isDirectory() ? "non-directory " : "directory ")
                            + Quoted.name(target) + " with " + Quoted.name(source));
                    return false;
                }
            }
            if (!rename(call, source, from, target, to)) {
                return false;
            }
            if (options.has("v")) {
                call.output().line("renamed " + Quoted.name(source) + " -> " + Quoted.name(target));
            }
            return true;
        } catch (IOException e) {
            boolean inside = status.isDirectory() && UtilityCall.reason(e).equals("Invalid argument");
            String what = "cannot move " + Quoted.name(source) + " to ";
            if (inside) {
                call.error(what + "a subdirectory of itself, " + Quoted.name(target));
            } else {
                call.error(what + Quoted.name(target), e);
            }
            return false;
        }
    }

    private static boolean rename(UtilityCall call, String source, Path from, String target, Path to)
            throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (AtomicMoveNotSupportedException e) {
            // Another file system.
            Files.deleteIfExists(to);
            return new Copier(call, Copier.Settings.exact()).copy(Mkdir.trimmed(source), Mkdir.trimmed(target))
                    && Rm.tree(call, from, source);
        }
    }
}

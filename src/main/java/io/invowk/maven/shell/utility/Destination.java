// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** Where {@code cp mv ln} put what they are given: a file for another one, or a directory for many. */
final class Destination {
    private final UtilityCall call;
    private final List<String> sources;
    private final String target;
    private final boolean inside;

    private Destination(UtilityCall call, List<String> sources, String target, boolean inside) {
        this.call = call;
        this.sources = sources;
        this.target = target;
        this.inside = inside;
    }

    /**
     * Reads operands with {@code -t} and {@code -T}.
     *
     * @param follow whether a link to a directory is one
     * @param here whether a single operand means the working directory
     */
    static Destination of(Options options, boolean follow, boolean here) {
        List<String> operands = options.operands();
        UtilityCall call = options.call();
        Optional<String> given = options.value("t");
        boolean never = options.has("T");
        if (given.isPresent()) {
            if (never) {
                throw options.usage("cannot combine --target-directory (-t) and --no-target-directory (-T)");
            }
            if (!isDirectory(call, given.get(), true)) {
                throw options.usage("target directory " + Quoted.name(given.get()) + ": No such file or directory");
            }
            return new Destination(call, operands, given.get(), true);
        }
        if (operands.size() == 1) {
            if (!here || never) {
                throw options.usage("missing destination file operand after " + Quoted.name(operands.get(0)));
            }
            return new Destination(call, operands, ".", true);
        }
        String last = operands.get(operands.size() - 1);
        if (never) {
            if (operands.size() > 2) {
                throw options.usage("extra operand " + Quoted.name(operands.get(2)));
            }
            return new Destination(call, operands.subList(0, 1), last, false);
        }
        boolean directory = isDirectory(call, last, follow);
        if (!directory && operands.size() > 2) {
            throw options.usage("target " + Quoted.name(last) + ": "
                    + (exists(call, last) ? "Not a directory" : "No such file or directory"));
        }
        return new Destination(call, operands.subList(0, operands.size() - 1), last, directory);
    }

    private static boolean isDirectory(UtilityCall call, String operand, boolean follow) {
        try {
            return FileStatus.find(call.locate(operand), follow)
                    .filter(FileStatus::isDirectory)
                    .isPresent();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static boolean exists(UtilityCall call, String operand) {
        try {
            return FileStatus.find(call.locate(operand), false).isPresent();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    List<String> sources() {
        return sources;
    }

    /** Whether what is given goes into a directory. */
    boolean isInside() {
        return inside;
    }

    UtilityCall call() {
        return call;
    }

    String target() {
        return target;
    }

    /** The path that a source gets. */
    String of(String source) {
        return inside ? join(target, Names.base(source, "")) : target;
    }

    /** A path in a directory. */
    static String join(String directory, String name) {
        return directory.endsWith("/") ? directory + name : directory + "/" + name;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code gzip} and {@code gunzip}: {@code -1 to -9 -c -d -f -k -l -n -N -q -r -S -t -v}. */
final class Gzip implements Utility {
    private static final String KNOWN = "1,fast 2 3 4 5 6 7 8 9,best a,ascii c,stdout,to-stdout"
            + " d,decompress,uncompress f,force k,keep l,list n,no-name N,name q,quiet r,recursive S,suffix= t,test"
            + " v,verbose";
    private static final String[] LEVELS = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};
    private static final int USUAL_LEVEL = 6;
    private static final int WARNING = 2;

    private final boolean decompresses;
    private int status;
    private boolean titled;
    private long totalSmall;
    private long totalLarge;

    Gzip(boolean decompresses) {
        this.decompresses = decompresses;
    }

    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(call, KNOWN);
        for (String operand : options.files()) {
            UtilityCall.checkInterrupt();
            try {
                if (operand.equals("-")) {
                    stream(options);
                } else {
                    operand(options, operand);
                }
            } catch (IOException e) {
                call.error(operand.equals("-") ? "stdin" : operand, e);
                status = 1;
            }
        }
        if (options.has("l") && options.operands().size() > 1) {
            row(options, totalSmall, totalLarge, "(totals)");
        }
        return status;
    }

    private boolean opens(Options options) {
        return decompresses || options.has("d") || options.has("t") || options.has("l");
    }

    private void warn(Options options, String message) {
        if (!options.has("q")) {
            options.call().error(message);
        }
        status = status == 1 ? 1 : WARNING;
    }

    private void stream(Options options) throws IOException {
        UtilityCall call = options.call();
        try (InputStream input = call.open("-")) {
            if (!opens(options)) {
                try (GzipOutput output = new GzipOutput(call.output(), level(options), "", 0)) {
                    input.transferTo(output);
                }
                return;
            }
            try (GzipInput packed = new GzipInput(input)) {
                if (options.has("l")) {
                    list(options, "stdout", -1, packed);
                } else {
                    packed.transferTo(options.has("t") ? OutputStream.nullOutputStream() : call.output());
                    garbage(options, "stdin", packed);
                }
            }
        }
    }

    private static int level(Options options) {
        String level = options.last(LEVELS);
        return level.isEmpty() ? USUAL_LEVEL : Integer.parseInt(level);
    }

    private void operand(Options options, String operand) throws IOException {
        UtilityCall call = options.call();
        String name = operand;
        Path path = call.locate(operand);
        if (opens(options) && FileStatus.find(path, true).isEmpty() && !hasSuffix(options, operand)) {
            name = operand + suffix(options);
            path = call.locate(name);
            if (FileStatus.find(path, true).isEmpty()) {
                throw new NoSuchFileException(operand);
            }
        }
        boolean reads = options.has("c") || options.has("t") || options.has("l");
        FileStatus file = FileStatus.of(path, reads || options.has("f"));
        if (file.isLink()) {
            throw new IOException("Too many levels of symbolic links");
        }
        if (file.isDirectory()) {
            if (!options.has("r")) {
                warn(options, operand + " is a directory -- ignored");
                return;
            }
            for (String child : Folder.names(path)) {
                String text = Destination.join(operand, child);
                try {
                    if (!FileStatus.of(path.resolve(child), false).isLink()) {
                        operand(options, text);
                    }
                } catch (IOException e) {
                    call.error(text, e);
                    status = 1;
                }
            }
            return;
        }
        if (!file.isFile() && !reads) {
            warn(options, operand + " is not a directory or a regular file - ignored");
            return;
        }
        boolean linked = file.links() > 1 && !(reads || options.has("f"));
        if (linked) {
            warn(
                    options,
                    name + " has " + (file.links() - 1) + " other link" + (file.links() > 2 ? "s" : " ")
                            + " -- unchanged");
        } else if (opens(options)) {
            open(options, name, path, file);
        } else {
            pack(options, name, path, file);
        }
    }

    private static String suffix(Options options) {
        String suffix = options.value("S").orElse(".gz");
        if (suffix.isEmpty() || suffix.indexOf('/') >= 0) {
            throw options.usage("invalid suffix " + Quoted.name(suffix));
        }
        return suffix;
    }

    private static List<String> suffixes(Options options) {
        List<String> suffixes = new ArrayList<>(List.of(suffix(options)));
        if (!options.has("S")) {
            suffixes.addAll(List.of(".tgz", ".taz", "-gz", ".z", "-z", "_z"));
        }
        return suffixes;
    }

    private static boolean hasSuffix(Options options, String name) {
        return suffixes(options).stream().anyMatch(suffix -> isSuffixed(name, suffix));
    }

    private static boolean isSuffixed(String name, String suffix) {
        String base = name.substring(name.lastIndexOf('/') + 1);
        return base.length() > suffix.length() && base.toLowerCase(Locale.ROOT).endsWith(suffix);
    }

    private void pack(Options options, String name, Path path, FileStatus file) throws IOException {
        UtilityCall call = options.call();
        if (options.has("c")) {
            try (InputStream input = call.open(path.toString())) {
                packTo(options, name, file, input, call.output());
            }
            return;
        }
        String target = name + suffix(options);
        for (String known : suffixes(options)) {
            if (!options.has("f") && isSuffixed(name, known)) {
                if (options.has("v") || !(options.has("r") || options.has("q"))) {
                    warn(options, name + " already has " + known + " suffix -- unchanged");
                }
                return;
            }
        }
        Path made = call.locate(target);
        if (!isFree(options, target, made)) {
            return;
        }
        try (InputStream input = call.open(path.toString());
                OutputStream output = FileModes.createFile(made, file.mode() & 0700)) {
            packTo(options, name, file, input, output);
        } catch (IOException e) {
            Files.deleteIfExists(made);
            throw e;
        }
        finish(options, path, file, made, FileTime.from(file.modified()));
        replaced(options, name, target, FileStatus.of(made, false).size(), file.size());
    }

    private static void packTo(Options options, String name, FileStatus file, InputStream input, OutputStream output)
            throws IOException {
        boolean anonymous = options.last("n", "N").equals("n");
        String base = anonymous ? "" : Names.base(name, "");
        long seconds = anonymous ? 0 : file.modified().getEpochSecond();
        try (GzipOutput packed = new GzipOutput(output, level(options), base, seconds)) {
            input.transferTo(packed);
        }
    }

    private void open(Options options, String name, Path path, FileStatus file) throws IOException {
        UtilityCall call = options.call();
        boolean reads = options.has("c") || options.has("t") || options.has("l");
        if (!reads && !hasSuffix(options, name)) {
            if (!options.has("q")) {
                warn(options, name + ": unknown suffix -- ignored");
            }
            return;
        }
        try (InputStream input = call.open(path.toString());
                GzipInput packed = new GzipInput(input)) {
            if (options.has("l")) {
                list(options, unpackedName(options, name), file.size(), packed);
            } else if (reads) {
                packed.transferTo(options.has("t") ? OutputStream.nullOutputStream() : call.output());
                garbage(options, name, packed);
                if (options.has("t") && options.has("v")) {
                    call.note(name + ":\t OK");
                }
            } else {
                unpack(options, name, path, file, packed);
            }
        }
    }

    private static String unpackedName(Options options, String name) {
        for (String suffix : suffixes(options)) {
            if (isSuffixed(name, suffix)) {
                String stem = name.substring(0, name.length() - suffix.length());
                return suffix.equals(".tgz") || suffix.equals(".taz") ? stem + ".tar" : stem;
            }
        }
        return name;
    }

    private void unpack(Options options, String name, Path path, FileStatus file, GzipInput packed) throws IOException {
        String target = unpackedName(options, name);
        FileTime time = FileTime.from(file.modified());
        if (options.last("n", "N").equals("N")) {
            String original = Names.base(packed.name(), "");
            boolean usable =
                    !packed.name().isEmpty() && !List.of(".", "..", "/").contains(original);
            target = usable ? name.substring(0, name.lastIndexOf('/') + 1) + original : target;
            time = packed.time() == 0 ? time : FileTime.fromMillis(packed.time() * 1000);
        }
        Path made = options.call().locate(target);
        if (!isFree(options, target, made)) {
            return;
        }
        try (OutputStream output = FileModes.createFile(made, file.mode() & 0700)) {
            packed.transferTo(output);
        } catch (IOException e) {
            Files.deleteIfExists(made);
            throw e;
        }
        garbage(options, name, packed);
        finish(options, path, file, made, time);
        replaced(options, name, target, file.size(), FileStatus.of(made, false).size());
    }

    private boolean isFree(Options options, String target, Path made) throws IOException {
        if (FileStatus.find(made, false).isPresent()) {
            if (!options.has("f")) {
                warn(options, target + " already exists;\tnot overwritten");
                return false;
            }
            if (Files.isDirectory(made)) {
                throw new FileAlreadyExistsException(target);
            }
            Files.delete(made);
        }
        return true;
    }

    private static void finish(Options options, Path path, FileStatus file, Path made, FileTime time)
            throws IOException {
        Files.getFileAttributeView(made, BasicFileAttributeView.class)
                .setTimes(time, FileTime.from(file.accessed()), null);
        FileModes.set(made, file.mode() & 0777);
        if (!options.has("k")) {
            Files.delete(path);
        }
    }

    private void garbage(Options options, String name, GzipInput packed) {
        if (packed.hasGarbage()) {
            warn(options, name + ": decompression OK, trailing garbage ignored");
        }
    }

    private static String ratio(long small, long large) {
        return String.format(Locale.ROOT, "%5.1f%%", large == 0 ? 0.0 : 100.0 * (large - small) / large);
    }

    private static void replaced(Options options, String name, String target, long small, long large) {
        if (options.has("v")) {
            String what = options.has("k") ? " -- created " : " -- replaced with ";
            options.call().note(name + ":\t" + ratio(small, large) + what + target);
        }
    }

    private void list(Options options, String name, long small, GzipInput packed) throws IOException {
        long large = packed.transferTo(OutputStream.nullOutputStream());
        if (!titled && !options.has("q")) {
            options.call().output().line("         compressed        uncompressed  ratio uncompressed_name");
        }
        titled = true;
        totalSmall += Math.max(0, small);
        totalLarge += large;
        row(options, small, large, name);
    }

    private static void row(Options options, long small, long large, String name) {
        // The header and the checksum say nothing about how well it was compressed.
        int frame = 18;
        String percent =
                small < 0 ? String.format(Locale.ROOT, "%5.1f%%", 0.0) : ratio(Math.max(0, small - frame), large);
        options.call().output().line(String.format(Locale.ROOT, "%19d %19d %s %s", small, large, percent, name));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code ls}: {@code -1 -a -A -b -B -c -C -d -f -F -g -G -h -H -i -I -k -l -L -m -n -N -o -p -q -Q -r -R -s -S -t -T -u -U -v -w -x -X} and
 * the long ones that go with them. Nothing is coloured.
 */
final class Ls implements Utility {
    private static final String KNOWN =
            "1 a,all A,almost-all author b,escape B,ignore-backups c C color? d,directory f F"
                    + " classify? file-type format= full-time g G,no-group group-directories-first h,human-readable"
                    + " H,dereference-command-line hide= i,inode I,ignore= indicator-style= k,kibibytes l L,dereference"
                    + " m n,numeric-uid-gid N,literal o p q,hide-control-chars Q,quote-name quoting-style= r,reverse"
                    + " R,recursive s,size S show-control-chars si sort= t T,tabsize= time= time-style= u U v w,width= x X zero";
    private static final int TROUBLE = 2;

    private final Set<FileStatus.Id> above = new HashSet<>();
    private int status;
    private boolean all;
    private boolean almostAll;
    private boolean directories;
    private boolean recursive;
    private boolean follow;
    private boolean followOperands;
    private boolean always;
    private boolean sized;
    private LsOrder order = new LsOrder("", "", false, false);

    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(call, call.arguments(), KNOWN, TROUBLE);
        String hidden = options.last("a", "A", "f");
        all = hidden.equals("a") || hidden.equals("f");
        almostAll = hidden.equals("A");
        directories = options.has("d");
        recursive = options.has("R") && !directories;
        order = LsOrder.of(options);
        LsFormat format = LsFormat.of(options, order.time());
        sized = format.isLong() || options.has("s");
        follow = options.last("H", "L").equals("L");
        boolean classified = options.last("F", "classify", "p", "file-type", "indicator-style")
                .matches("F|classify");
        always = options.has("H") || options.has("L");
        followOperands = always || !(format.isLong() || directories || classified);
        List<Pattern> ignored = ignored(options);
        List<LsEntry> files = new ArrayList<>();
        List<LsEntry> folders = new ArrayList<>();
        List<String> operands = options.operands().isEmpty() ? List.of(".") : options.operands();
        for (String operand : operands) {
            try {
                LsEntry entry = operand(call, operand);
                (entry.status().isDirectory() && !directories ? folders : files).add(entry);
            } catch (IOException e) {
                call.error("cannot access " + Quoted.name(operand), e);
                status = TROUBLE;
            }
        }
        order.sort(files);
        order.sort(folders);
        List<LsEntry> measured = new ArrayList<>(files);
        measured.addAll(folders);
        format.print(files, measured);
        boolean titled = recursive || operands.size() > 1;
        boolean first = files.isEmpty();
        for (LsEntry folder : folders) {
            first &= list(call, folder, titled, first, format, ignored, true);
        }
        return status;
    }

    private static List<Pattern> ignored(Options options) {
        List<Pattern> ignored = new ArrayList<>();
        boolean hide = options.last("a", "A", "f").isEmpty();
        for (Options.Given option : options.given()) {
            if (option.key().equals("I") || (hide && option.key().equals("hide"))) {
                ignored.add(NamePattern.compile(option.value(), false));
            }
        }
        if (options.has("B")) {
            ignored.add(NamePattern.compile("*~", false));
        }
        return ignored;
    }

    private LsEntry operand(UtilityCall call, String operand) throws IOException {
        Path path = call.locate(operand);
        FileStatus own = FileStatus.of(path, false);
        if (!own.isLink() || !followOperands) {
            return new LsEntry(operand, path, own);
        }
        Optional<FileStatus> target = FileStatus.find(path, true);
        if (always) {
            return new LsEntry(operand, path, FileStatus.of(path, true));
        }
        return new LsEntry(operand, path, target.filter(FileStatus::isDirectory).orElse(own));
    }

    /** Lists one directory, and those in it; false if nothing was written. */
    private boolean list(
            UtilityCall call,
            LsEntry folder,
            boolean titled,
            boolean first,
            LsFormat format,
            List<Pattern> ignored,
            boolean operand)
            throws IOException {
        UtilityCall.checkInterrupt();
        FileStatus.Id id = folder.status().id();
        if (recursive && !above.add(id)) {
            call.error(folder.name() + ": not listing already-listed directory");
            status = TROUBLE;
            return first;
        }
        List<LsEntry> entries;
        try {
            entries = entries(call, folder, ignored);
        } catch (IOException e) {
            call.error("cannot open directory " + Quoted.name(folder.name()), e);
            status = operand ? TROUBLE : Math.max(status, 1);
            above.remove(id);
            return first;
        }
        order.sort(entries);
        if (titled) {
            call.output().line((first ? "" : "\n") + format.quoted(folder.name()) + ":");
        }
        if (sized) {
            format.total(entries);
        }
        format.print(entries, entries);
        if (recursive) {
            for (LsEntry entry : entries) {
                boolean dots = entry.name().equals(".") || entry.name().equals("..");
                if (entry.status().isDirectory() && !dots) {
                    String name = Destination.join(folder.name(), entry.name());
                    list(call, new LsEntry(name, entry.path(), entry.status()), true, false, format, ignored, false);
                }
            }
        }
        above.remove(id);
        return false;
    }

    private List<LsEntry> entries(UtilityCall call, LsEntry folder, List<Pattern> ignored) throws IOException {
        List<String> names = Folder.names(folder.path());
        if (all) {
            names.add(0, ".");
            names.add(1, "..");
        }
        List<LsEntry> entries = new ArrayList<>();
        for (String name : names) {
            boolean hidden = name.startsWith(".") && !(all || almostAll);
            if (hidden
                    || ignored.stream()
                            .anyMatch(pattern -> pattern.matcher(name).matches())) {
                continue;
            }
            Path path = folder.path().resolve(name);
            try {
                Optional<FileStatus> target = follow ? FileStatus.find(path, true) : Optional.empty();
                entries.add(new LsEntry(name, path, target.isPresent() ? target.get() : FileStatus.of(path, false)));
            } catch (IOException e) {
                call.error("cannot access " + Quoted.name(Destination.join(folder.name(), name)), e);
                status = Math.max(status, 1);
            }
        }
        return entries;
    }

    /** What one line is about. */
    record LsEntry(String name, Path path, FileStatus status) {
        /** What a link leads to, as it is written in it; empty if this is none. */
        Optional<String> target() {
            try {
                return status.isLink()
                        ? Optional.of(Files.readSymbolicLink(path).toString())
                        : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }

    /** In which order entries come. */
    record LsOrder(String key, String time, boolean reverse, boolean directoriesFirst) {
        static LsOrder of(Options options) {
            String time = options.last("c", "u", "time");
            String word = options.value("time").orElse("");
            time = !time.equals("time")
                    ? time
                    : word.matches("atime|access|use") ? "u" : word.matches("ctime|status") ? "c" : "";
            if (!word.matches("|atime|access|use|ctime|status|mtime|modification")) {
                throw new UtilityException(1, "invalid argument " + Quoted.name(word) + " for '--time'");
            }
            String key = options.last("S", "t", "U", "v", "X", "f", "sort");
            if (key.equals("sort")) {
                String name = options.value("sort").orElse("");
                key = switch (name) {
                    case "none" -> "U";
                    case "size" -> "S";
                    case "time" -> "t";
                    case "version" -> "v";
                    case "extension" -> "X";
                    case "name" -> "";
                    default -> throw new UtilityException(1, "invalid argument " + Quoted.name(name) + " for '--sort'");
                };
            } else if (key.isEmpty() && !time.isEmpty() && !LsFormat.isLong(options)) {
                key = "t";
            }
            return new LsOrder(
                    key.equals("f") ? "U" : key, time, options.has("r"), options.has("group-directories-first"));
        }

        void sort(List<LsEntry> entries) {
            if (key.equals("U")) {
                return;
            }
            Comparator<LsEntry> byName = (a, b) -> compare(a.name(), b.name());
            Comparator<LsEntry> by = switch (key) {
                case "S" ->
                    Comparator.comparingLong((LsEntry entry) -> -entry.status().size());
                case "t" -> (a, b) -> LsFormat.time(b.status(), time).compareTo(LsFormat.time(a.status(), time));
                case "v" -> (a, b) -> VersionOrder.compare(UtilityCall.bytes(a.name()), UtilityCall.bytes(b.name()));
                case "X" -> (a, b) -> compare(extension(a.name()), extension(b.name()));
                default -> byName;
            };
            by = by.thenComparing(byName);
            by = reverse ? by.reversed() : by;
            if (directoriesFirst) {
                by = Comparator.comparing((LsEntry entry) -> !isFolder(entry)).thenComparing(by);
            }
            entries.sort(by);
        }

        private static boolean isFolder(LsEntry entry) {
            return entry.status().isDirectory() || (entry.status().isLink() && Files.isDirectory(entry.path()));
        }

        private static int compare(String a, String b) {
            return java.util.Arrays.compareUnsigned(UtilityCall.bytes(a), UtilityCall.bytes(b));
        }

        private static String extension(String name) {
            int dot = name.lastIndexOf('.');
            return dot < 0 ? "" : name.substring(dot);
        }
    }

    /** A size with a unit, rounded up. */
    static String human(long size, int base) {
        String units = base == 1000 ? "kMGTPE" : "KMGTPE";
        if (size < base) {
            return Long.toString(size);
        }
        double value = size;
        int unit = -1;
        while (value >= base && unit < units.length() - 1) {
            value /= base;
            unit++;
        }
        double tenths = Math.ceil(value * 10) / 10;
        if (tenths < 10) {
            return String.format(Locale.ROOT, "%.1f%c", tenths, units.charAt(unit));
        }
        long whole = (long) Math.ceil(value);
        return whole == base && unit < units.length() - 1
                ? "1.0" + units.charAt(unit + 1)
                : whole + String.valueOf(units.charAt(unit));
    }
}

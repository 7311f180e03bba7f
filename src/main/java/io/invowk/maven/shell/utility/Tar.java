// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import io.invowk.maven.shell.archive.TarEntry;
import io.invowk.maven.shell.archive.TarReader;
import io.invowk.maven.shell.text.DateText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code tar}: {@code -c -t -x}, with {@code -a -C -f -h -k -m -O -p -T -v -X -z --exclude --format --group --mtime --no-recursion
 * --no-same-owner --no-same-permissions --numeric-owner --owner --skip-old-files --sort --strip-components --wildcards}. Nothing is
 * written outside the directory that an archive is extracted to.
 */
final class Tar implements Utility {
    private static final String KNOWN = "a,auto-compress B b,blocking-factor= C,directory= c,create"
            + " x,extract,get t,list exclude= exclude-from,X= f,file= files-from,T= format= group="
            + " h,dereference k,keep-old-files m,touch mtime= no-recursion no-same-owner,o no-same-permissions"
            + " no-wildcards null numeric-owner O,to-stdout owner= overwrite p,preserve-permissions,same-permissions"
            + " same-owner skip-old-files sort= strip-components= v,verbose warning= wildcards z,gzip,gunzip,ungzip";
    /** Letters that take one of the words behind them where the first word has no dash. */
    private static final String OLD_VALUES = "bCfTX";

    private static final int FAILURE = 2;
    /** Of a wrong option. */
    private static final int USAGE = 64;

    private static final int OWNERS_WIDTH = 19;

    /** Columns of lists become wider, never narrower. */
    private int ownersWidth = OWNERS_WIDTH;

    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(call, withDash(call.arguments()), KNOWN, USAGE);
        String mode = options.last("c", "x", "t");
        if (mode.isEmpty()) {
            throw fatal("You must specify one of the '-ctx' options");
        }
        if (options.given().stream()
                        .filter(option -> option.key().matches("[cxt]"))
                        .map(Options.Given::key)
                        .distinct()
                        .count()
                > 1) {
            throw fatal("You may not specify more than one of the '-ctx' options");
        }
        strip(options);
        boolean good;
        try {
            good = switch (mode) {
                case "c" -> new TarCreation(this, options).run();
                case "x" -> read(options, Optional.of(new TarExtraction(this, options)));
                default -> read(options, Optional.empty());
            };
        } catch (IOException e) {
            UtilityCall.rethrowInterrupt(e);
            throw fatal(file(options) + ": " + UtilityCall.reason(e));
        }
        if (!good) {
            call.error("Exiting with failure status due to previous errors");
        }
        return good ? 0 : FAILURE;
    }

    /** How many parts of a name go. */
    static int strip(Options options) {
        String text = options.value("strip-components").orElse("0");
        if (!text.matches("[0-9]{1,6}")) {
            throw fatal(text + ": Invalid number of elements");
        }
        return Integer.parseInt(text);
    }

    /** The old way of writing options: letters without a dash, and their values behind them. */
    private static List<String> withDash(List<String> arguments) {
        if (arguments.isEmpty() || arguments.get(0).matches("(-.*)?")) {
            return arguments;
        }
        List<String> words = new ArrayList<>();
        int next = 1;
        for (char letter : arguments.get(0).toCharArray()) {
            words.add("-" + letter);
            if (OLD_VALUES.indexOf(letter) >= 0) {
                if (next >= arguments.size()) {
                    throw fatal("Old option '" + letter + "' requires an argument.");
                }
                words.add(arguments.get(next++));
            }
        }
        words.addAll(arguments.subList(next, arguments.size()));
        return words;
    }

    /** The exception for what ends it at once. */
    static UtilityException fatal(String message) {
        return new UtilityException(FAILURE, message);
    }

    static String file(Options options) {
        return options.value("f").orElse("-");
    }

    /** Patterns of what is left out. */
    static TarExclusions exclusions(Options options) throws IOException {
        List<String> patterns = new ArrayList<>();
        for (Options.Given option : options.given()) {
            if (option.key().equals("exclude")) {
                patterns.add(option.value());
            } else if (option.key().equals("exclude-from")) {
                patterns.addAll(lines(options, option.value()));
            }
        }
        return new TarExclusions(patterns);
    }

    /** The lines of a file with names. */
    static List<String> lines(Options options, String file) throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream stream = options.call().open(file)) {
            Lines lines = new Lines(stream, options.has("null"));
            while (lines.advance()) {
                String name = UtilityCall.text(lines.line());
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        } catch (IOException e) {
            UtilityCall.rethrowInterrupt(e);
            throw new UtilityException(FAILURE, file + ": Cannot open: " + UtilityCall.reason(e));
        }
        return names;
    }

    private boolean read(Options options, Optional<TarExtraction> extraction) throws IOException {
        UtilityCall call = options.call();
        List<String> names = new ArrayList<>();
        for (Options.Given option : options.given()) {
            if (option.key().equals("files-from")) {
                names.addAll(lines(options, option.value()));
            }
        }
        names.addAll(options.operands());
        TarSelection selection = new TarSelection(names, exclusions(options), options.has("wildcards"));
        boolean good = true;
        try (InputStream archive = open(options);
                TarReader reader = new TarReader(archive)) {
            for (Optional<TarEntry> next = next(reader); next.isPresent(); next = next(reader)) {
                UtilityCall.checkInterrupt();
                TarEntry entry = next.get();
                if (!selection.takes(entry.name())) {
                    continue;
                }
                if (extraction.isPresent()) {
                    good &= extraction.get().extract(entry, reader.content());
                } else {
                    call.output().line(text(options, entry, count(options, "v") > 0));
                }
            }
            // What fills the archive up is read too: its writer would be told that nobody does.
            archive.transferTo(java.io.OutputStream.nullOutputStream());
        }
        if (extraction.isPresent()) {
            extraction.get().finish();
        }
        for (String missing : selection.missing()) {
            call.error(missing + ": Not found in archive");
            good = false;
        }
        return good;
    }

    private static Optional<TarEntry> next(TarReader reader) throws IOException {
        try {
            return reader.next();
        } catch (java.io.EOFException e) {
            throw new UtilityException(FAILURE, "Unexpected EOF in archive");
        } catch (IOException e) {
            UtilityCall.rethrowInterrupt(e);
            throw new UtilityException(FAILURE, "This does not look like a tar archive: " + UtilityCall.reason(e));
        }
    }

    private static InputStream open(Options options) throws IOException {
        InputStream file;
        try {
            file = options.call().open(file(options));
        } catch (IOException e) {
            UtilityCall.rethrowInterrupt(e);
            throw fatal(file(options) + ": Cannot open: " + UtilityCall.reason(e));
        }
        BufferedInputStream stream = new BufferedInputStream(file, 64 * 1024);
        stream.mark(8);
        byte[] head = stream.readNBytes(6);
        stream.reset();
        if (head.length == 0) {
            throw fatal("This does not look like a tar archive");
        }
        boolean gzip = head.length > 1 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
        String other = UtilityCall.text(head);
        for (String[] known :
                new String[][] {{"BZh", "bzip2"}, {"\u00fd7zXZ", "xz"}, {"7zXZ", "xz"}, {"LZIP", "lzip"}}) {
            if (other.startsWith(known[0]) || other.startsWith(known[0], 1)) {
                throw fatal(file(options) + ": compressed by " + known[1] + ", which is not known here");
            }
        }
        return gzip || options.has("z") ? new GzipInput(stream) : stream;
    }

    static long count(Options options, String key) {
        return options.given().stream()
                .filter(option -> option.key().equals(key))
                .count();
    }

    /** An entry as a list shows it. */
    String text(Options options, TarEntry entry, boolean full) {
        String name = shown(entry.name());
        if (!full) {
            return name;
        }
        boolean numbers = options.has("numeric-owner");
        String user = numbers || entry.userName().isEmpty() ? Long.toString(entry.user()) : entry.userName();
        String group = numbers || entry.groupName().isEmpty() ? Long.toString(entry.group()) : entry.groupName();
        String owners = user + "/" + group;
        String size = Long.toString(entry.size());
        ownersWidth = Math.max(ownersWidth, owners.length() + size.length() + 1);
        ZonedDateTime time = entry.modified().atZone(options.call().zone());
        String link = switch (entry.kind()) {
            case SYMBOLIC_LINK -> " -> " + shown(entry.link());
            case HARD_LINK -> " link to " + shown(entry.link());
            default -> "";
        };
        return entry.kind().letter() + FileModes.text(entry.mode()) + " " + owners
                + " ".repeat(ownersWidth - owners.length() - size.length())
                + size + DateText.format(" %F %H:%M ", time) + name + link;
    }

    private static String shown(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = c != '\\' && c >= ' ' && c != 0x7f && (c & 0xff80) != 0xdc80;
            out.append(plain ? String.valueOf(c) : c == '\\' ? "\\\\" : Quoted.escape(c & 0xff));
        }
        return out.toString();
    }

    /** Tells of an entry that is written or extracted. */
    void tell(Options options, TarEntry entry, boolean outputTaken) {
        long level = count(options, "v");
        if (level > 0) {
            String line = text(options, entry, level > 1);
            if (outputTaken) {
                options.call().note(line);
            } else {
                options.call().output().line(line);
            }
        }
    }

    /** The directory that {@code -C} names, seen from another one. */
    static Path directory(Options options, Path from, String text) {
        try {
            Path path = from.resolve(text.isEmpty() ? "." : text);
            if (java.nio.file.Files.isDirectory(path)) {
                return path;
            }
        } catch (java.nio.file.InvalidPathException e) {
            // The message is the same.
        }
        throw new UtilityException(FAILURE, text + ": Cannot open: No such file or directory");
    }
}

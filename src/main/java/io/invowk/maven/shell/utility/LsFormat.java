// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import io.invowk.maven.shell.text.DateText;
import io.invowk.maven.shell.utility.Ls.LsEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** How {@code ls} writes entries: one a line, in columns, with commas between, or with all that is known of them. */
final class LsFormat {
    private static final int DEFAULT_WIDTH = 80;
    private static final int TAB = 8;
    private static final int BLOCK = 4096;
    /** Names of links that are shorter take no block. */
    private static final int SHORT_LINK = 60;

    private static final Duration HALF_YEAR = Duration.ofSeconds(31_556_952 / 2);

    private enum Layout {
        LINES,
        LONG,
        COLUMNS,
        ROWS,
        COMMAS
    }

    private final Options options;
    private final UtilityOutput output;
    private final Layout layout;
    private final String time;
    private final String timeStyle;
    private final String indicator;
    private final String quoting;
    private final boolean owner;
    private final boolean group;
    private final boolean numeric;
    private final int base;
    private final int width;
    private final char end;
    private final Instant now = Instant.now();

    private LsFormat(Options options, String time) {
        this.options = options;
        this.output = options.call().output();
        this.layout = layout(options);
        this.time = time;
        this.timeStyle = timeStyle(options);
        this.indicator = indicator(options);
        this.quoting = quoting(options);
        this.owner = !options.has("g");
        this.group = !options.has("o") && !options.has("G");
        this.numeric = options.has("n");
        String unit = options.last("h", "si");
        this.base = unit.equals("h") ? 1024 : unit.equals("si") ? 1000 : 0;
        this.width = width(options);
        this.end = options.has("zero") ? '\0' : '\n';
    }

    /** @param time {@code c}, {@code u} or nothing: which time is meant */
    static LsFormat of(Options options, String time) {
        return new LsFormat(options, time);
    }

    static boolean isLong(Options options) {
        return layout(options) == Layout.LONG;
    }

    boolean isLong() {
        return layout == Layout.LONG;
    }

    private static Layout layout(Options options) {
        Layout layout = Layout.LINES;
        for (Options.Given option : options.given()) {
            layout = switch (option.key()) {
                case "l", "g", "n", "o", "full-time" -> Layout.LONG;
                case "1", "f" -> layout == Layout.LONG && !option.key().equals("f") ? layout : Layout.LINES;
                case "C" -> Layout.COLUMNS;
                case "x" -> Layout.ROWS;
                case "m" -> Layout.COMMAS;
                case "zero" -> layout == Layout.LONG ? layout : Layout.LINES;
                case "format" -> format(option.value());
                default -> layout;
            };
        }
        return layout;
    }

    private static Layout format(String name) {
        return switch (name) {
            case "long", "verbose" -> Layout.LONG;
            case "single-column" -> Layout.LINES;
            case "vertical" -> Layout.COLUMNS;
            case "across", "horizontal" -> Layout.ROWS;
            case "commas" -> Layout.COMMAS;
            default -> throw new UtilityException(1, "invalid argument " + Quoted.name(name) + " for '--format'");
        };
    }

    private static String timeStyle(Options options) {
        String last = options.last("full-time", "time-style");
        String style = last.equals("full-time")
                ? "full-iso"
                : options.value("time-style").orElse("locale");
        style = style.startsWith("posix-") ? "locale" : style;
        if (!style.matches("full-iso|long-iso|iso|locale") && !style.startsWith("+")) {
            throw new UtilityException(1, "invalid argument " + Quoted.name(style) + " for 'time style'");
        }
        return style;
    }

    /** The marks that are shown; {@code *} stands for executable files. */
    private static String indicator(Options options) {
        String last = options.last("F", "classify", "p", "file-type", "indicator-style");
        String word = options.value(last).orElse("");
        return switch (last) {
            case "F" -> "/=@|*";
            case "classify" -> List.of("", "always", "yes").contains(word) ? "/=@|*" : "";
            case "p" -> "/";
            case "file-type" -> "/=@|";
            case "indicator-style" ->
                switch (word) {
                    case "none" -> "";
                    case "slash" -> "/";
                    case "file-type" -> "/=@|";
                    case "classify" -> "/=@|*";
                    default ->
                        throw new UtilityException(
                                1, "invalid argument " + Quoted.name(word) + " for '--indicator-style'");
                };
            default -> "";
        };
    }

    private static String quoting(Options options) {
        String last = options.last("b", "N", "Q", "quoting-style");
        String style = last.equals("quoting-style") ? options.value(last).orElse("") : "";
        if (!style.matches("|literal|shell|shell-always|shell-escape|shell-escape-always|c|escape")) {
            throw new UtilityException(1, "invalid argument " + Quoted.name(style) + " for '--quoting-style'");
        }
        return switch (last) {
            case "b" -> "escape";
            case "Q" -> "c";
            case "quoting-style" -> style;
            default -> "literal";
        };
    }

    private static int width(Options options) {
        String text = options.value("w").orElse(options.call().environment().getOrDefault("COLUMNS", ""));
        if (!text.matches("[0-9]{1,9}")) {
            if (options.has("w")) {
                throw options.usage("invalid line width: " + Quoted.name(text));
            }
            return DEFAULT_WIDTH;
        }
        int width = Integer.parseInt(text);
        return width == 0 ? Integer.MAX_VALUE : width;
    }

    /** The time that is shown and sorted by. */
    static Instant time(FileStatus status, String which) {
        return which.equals("c") ? status.changed() : which.equals("u") ? status.accessed() : status.modified();
    }

    /** A name as it is to be shown. */
    String quoted(String name) {
        return switch (quoting) {
            case "c" -> "\"" + escaped(name, "\"") + "\"";
            case "escape" -> escaped(name, " ");
            case "shell-always", "shell-escape-always" -> Quoted.name(name);
            case "shell", "shell-escape" ->
                name.matches("[-%+,./0-9:@A-Z_a-z\\x{80}-\\x{d7ff}\\x{e000}-\\x{10ffff}]+") ? name : Quoted.name(name);
            default -> options.has("q") ? name.replaceAll("[\\x00-\\x1f\\x7f]", "?") : name;
        };
    }

    private static String escaped(String name, String special) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\' || special.indexOf(c) >= 0) {
                out.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f || (c & 0xff80) == 0xdc80) {
                out.append(Quoted.escape(c & 0xff));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private String mark(FileStatus status) {
        String mark = switch (status.kind()) {
            case DIRECTORY -> "/";
            case LINK -> "@";
            case PIPE -> "|";
            case SOCKET -> "=";
            case FILE -> (status.mode() & 0111) != 0 ? "*" : "";
            case BLOCK_DEVICE, CHARACTER_DEVICE -> "";
        };
        return indicator.contains(mark) ? mark : "";
    }

    /** Java does not know how many blocks a file has; this is what most file systems give one without holes. */
    private static long blocks(FileStatus status) {
        long size = status.kind() == FileStatus.Kind.FILE || status.isDirectory()
                ? status.size()
                : status.isLink() && status.size() >= SHORT_LINK ? status.size() : 0;
        return (size + BLOCK - 1) / BLOCK * (BLOCK / 1024);
    }

    private String blocksText(long blocks) {
        return base > 0 ? Ls.human(blocks * 1024, base) : Long.toString(blocks);
    }

    /** Writes how many blocks all entries have. */
    void total(List<LsEntry> entries) {
        long total = entries.stream().mapToLong(entry -> blocks(entry.status())).sum();
        output.print("total " + blocksText(total));
        output.write(end);
    }

    /**
     * Writes entries.
     *
     * @param measured what the columns are wide enough for: these entries, and perhaps more behind them
     */
    void print(List<LsEntry> entries, List<LsEntry> measured) {
        if (entries.isEmpty()) {
            return;
        }
        List<String> texts = layout == Layout.LONG ? longTexts(measured).subList(0, entries.size()) : texts(entries);
        switch (layout) {
            case LINES, LONG ->
                texts.forEach(text -> {
                    output.print(text);
                    output.write(end);
                });
            case COLUMNS -> columns(texts, true);
            case ROWS -> columns(texts, false);
            case COMMAS -> commas(texts);
        }
    }

    private List<String> texts(List<LsEntry> entries) {
        List<String> numbers = new ArrayList<>();
        for (LsEntry entry : entries) {
            numbers.add(quoted(entry.name()) + mark(entry.status()));
        }
        beforeAll(numbers, entries);
        return numbers;
    }

    /** The columns of {@code -s} and {@code -i}, the first of all. */
    private void beforeAll(List<String> texts, List<LsEntry> entries) {
        if (options.has("s")) {
            before(
                    texts,
                    aligned(
                            entries.stream()
                                    .map(e -> blocksText(blocks(e.status())))
                                    .toList(),
                            false));
        }
        if (options.has("i")) {
            before(
                    texts,
                    aligned(
                            entries.stream()
                                    .map(e -> Long.toString(e.status().inode()))
                                    .toList(),
                            false));
        }
    }

    private static void before(List<String> texts, List<String> column) {
        for (int i = 0; i < texts.size(); i++) {
            texts.set(i, column.get(i) + " " + texts.get(i));
        }
    }

    private static List<String> aligned(List<String> column, boolean left) {
        int widest = column.stream().mapToInt(String::length).max().orElse(0);
        return column.stream()
                .map(text ->
                        left ? text + " ".repeat(widest - text.length()) : " ".repeat(widest - text.length()) + text)
                .toList();
    }

    private List<String> longTexts(List<LsEntry> entries) {
        List<String> texts = new ArrayList<>();
        for (LsEntry entry : entries) {
            String text = quoted(entry.name());
            Optional<String> target = entry.target();
            if (target.isPresent()) {
                String mark = indicator.length() > 1
                        ? FileStatus.find(entry.path(), true).map(this::mark).orElse("")
                        : "";
                text += " -> " + quoted(target.get()) + mark;
            } else {
                text += mark(entry.status());
            }
            texts.add(text);
        }
        before(
                texts,
                aligned(entries.stream().map(e -> date(time(e.status(), time))).toList(), false));
        before(texts, aligned(entries.stream().map(e -> size(e.status())).toList(), false));
        if (group) {
            before(texts, principals(entries, true));
        }
        if (owner) {
            before(texts, principals(entries, false));
        }
        before(
                texts,
                aligned(
                        entries.stream()
                                .map(e -> Long.toString(e.status().links()))
                                .toList(),
                        false));
        before(
                texts,
                entries.stream()
                        .map(e -> e.status().kind().letter()
                                + FileModes.text(e.status().mode()))
                        .toList());
        beforeAll(texts, entries);
        return texts;
    }

    private String size(FileStatus status) {
        if (status.kind() == FileStatus.Kind.BLOCK_DEVICE || status.kind() == FileStatus.Kind.CHARACTER_DEVICE) {
            long number = status.special();
            long major = ((number >> 8) & 0xfff) | ((number >> 32) & ~0xfffL);
            long minor = (number & 0xff) | ((number >> 12) & ~0xffL);
            return major + ", " + String.format(Locale.ROOT, "%3d", minor);
        }
        return base > 0 ? Ls.human(status.size(), base) : Long.toString(status.size());
    }

    private List<String> principals(List<LsEntry> entries, boolean ofGroup) {
        ToIntFunction<FileStatus> number = ofGroup ? FileStatus::group : FileStatus::user;
        return aligned(
                entries.stream()
                        .map(entry -> numeric
                                ? Integer.toUnsignedString(number.applyAsInt(entry.status()))
                                : name(entry, ofGroup, number))
                        .toList(),
                !numeric);
    }

    private static String name(LsEntry entry, boolean ofGroup, ToIntFunction<FileStatus> number) {
        try {
            PosixFileAttributes attributes = Files.readAttributes(
                    entry.path(),
                    PosixFileAttributes.class,
                    FileStatus.options(!entry.status().isLink()));
            return (ofGroup ? attributes.group() : attributes.owner()).getName();
        } catch (IOException | UnsupportedOperationException e) {
            return Integer.toUnsignedString(number.applyAsInt(entry.status()));
        }
    }

    private String date(Instant moment) {
        ZonedDateTime local = moment.atZone(options.call().zone());
        boolean recent = moment.isAfter(now.minus(HALF_YEAR)) && !moment.isAfter(now);
        if (timeStyle.startsWith("+")) {
            String[] formats = timeStyle.substring(1).split("\n", 2);
            String format = formats.length > 1 && recent ? formats[1] : formats[0];
            String nanos = String.format(Locale.ROOT, "%09d", local.getNano());
            return DateText.format(format.replace("%N", nanos), local);
        }
        return switch (timeStyle) {
            case "full-iso" ->
                DateText.format("%F %T", local)
                        + String.format(Locale.ROOT, ".%09d", local.getNano())
                        + DateText.format(" %z", local);
            case "long-iso" -> DateText.format("%F %H:%M", local);
            case "iso" -> DateText.format(recent ? "%m-%d %H:%M" : "%F ", local);
            default -> DateText.format(recent ? "%b %e %H:%M" : "%b %e  %Y", local);
        };
    }

    private static int length(String text) {
        return (int) text.codePoints().filter(c -> !Character.isISOControl(c)).count();
    }

    private void commas(List<String> texts) {
        int column = 0;
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            int length = length(text);
            if (i > 0) {
                boolean fits = (long) column + length + 2 < width;
                output.print(fits ? ", " : ",\n");
                column = fits ? column + 2 : 0;
            }
            output.print(text);
            column += length;
        }
        output.write('\n');
    }

    private void columns(List<String> texts, boolean downwards) {
        int count = texts.size();
        int columns = Math.max(1, Math.min(count, width / 3));
        int[] widths = widths(texts, columns, downwards);
        while (columns > 1 && !fits(widths)) {
            columns--;
            widths = widths(texts, columns, downwards);
        }
        int rows = (count + columns - 1) / columns;
        for (int row = 0; row < rows; row++) {
            int at = 0;
            int start = 0;
            for (int column = 0; column < columns; column++) {
                int index = downwards ? column * rows + row : row * columns + column;
                if (index >= count) {
                    break;
                }
                indent(at, start);
                output.print(texts.get(index));
                at = start + length(texts.get(index));
                start += widths[column];
            }
            output.write('\n');
        }
    }

    private int[] widths(List<String> texts, int columns, boolean downwards) {
        int rows = (texts.size() + columns - 1) / columns;
        int[] widths = new int[columns];
        for (int i = 0; i < texts.size(); i++) {
            int column = downwards ? i / rows : i % columns;
            widths[column] = Math.max(widths[column], length(texts.get(i)) + (column == columns - 1 ? 0 : 2));
        }
        return widths;
    }

    private boolean fits(int[] widths) {
        long sum = 0;
        for (int each : widths) {
            sum += Math.max(each, 3);
        }
        return sum < width;
    }

    private void indent(int from, int to) {
        int at = from;
        int tab = options.value("T")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::valueOf)
                .orElse(TAB);
        while (at < to) {
            if (tab != 0 && to / tab > (at + 1) / tab) {
                output.write('\t');
                at += tab - at % tab;
            } else {
                output.write(' ');
                at++;
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import io.invowk.maven.shell.text.ByteText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * {@code grep}: {@code -A -B -C -c -d -e -E -f -F -G -h -H -i -I -l -L -m -n -o -P -q -r -R -s -v -w -x -z -Z}, {@code --include
 * --exclude --binary-files --label}.
 */
final class Grep {
    private static final int FAILURE = 2;
    private static final String SHOWN_FROM = "(?<" + PerlRegex.SHOWN_FROM + ">)";
    private static final int BINARY_PROBE = 32 * 1024;

    private final Options options;
    private final UtilityOutput output;
    private final List<String> files;
    private final Pattern pattern;
    private final LineSearch search;
    private final boolean inverted;
    private final boolean quiet;
    private final boolean listed;
    private final boolean numbered;
    private final boolean onlyMatches;
    private final boolean text;
    private final boolean skipsBinary;
    private final boolean skipsDirectories;
    private final boolean recursive;
    private final String nameEnd;
    private final int delimiter;
    private final boolean names;
    private final int before;
    private final int after;
    private final long limit;
    private boolean separated;

    private Grep(UtilityCall call) throws IOException {
        options = Options.of(
                call,
                withContext(call.arguments()),
                "A,after-context= a,text B,before-context= C,context= c,count e,regexp= E,extended-regexp f,file= F,fixed-strings"
                        + " G,basic-regexp P,perl-regexp I U,binary Z,null d,directories= D,devices= binary-files= label= no-ignore-case"
                        + " h,no-filename H,with-filename i,y,ignore-case l,files-with-matches L,files-without-match"
                        + " m,max-count= n,line-number o,only-matching q,quiet,silent r,recursive R,dereference-recursive s,no-messages"
                        + " v,invert-match w,word-regexp x,line-regexp z,null-data include= exclude= exclude-dir= color? colour? line-buffered",
                FAILURE);
        output = call.output();
        files = new ArrayList<>(options.operands());
        List<String> texts = texts(call, files);
        String kind = options.last("E", "F", "G", "P");
        pattern = pattern(texts, kind);
        boolean plain = texts.size() == 1 && !(isCaseIgnored() || options.has("x") || options.has("w"));
        search = new LineSearch(
                pattern, plain && LineSearch.isLiteral(texts.get(0), kind.equals("F")) ? texts.get(0) : null);
        inverted = options.has("v");
        quiet = options.has("q");
        listed = options.has("l");
        numbered = options.has("n");
        onlyMatches = options.has("o");
        String binary = options.value("binary-files").orElse("binary");
        if (!List.of("binary", "text", "without-match").contains(binary)) {
            throw options.usage("invalid argument '" + binary + "' for '--binary-files'");
        }
        text = options.has("a") || options.has("z") || binary.equals("text");
        skipsBinary = options.has("I") || binary.equals("without-match");
        nameEnd = options.has("Z") ? "\0" : "";
        String directories = options.value("d").orElse("read");
        if (!List.of("read", "recurse", "skip").contains(directories)) {
            throw options.usage("invalid argument '" + directories + "' for '--directories'");
        }
        skipsDirectories = directories.equals("skip");
        recursive = options.has("r") || options.has("R") || directories.equals("recurse");
        delimiter = options.has("z") ? 0 : '\n';
        if (files.isEmpty()) {
            files.add(recursive ? "." : "-");
        }
        names = options.last("h", "H").equals("H") || (!options.has("h") && (files.size() > 1 || recursive));
        int around = number("C", 0);
        before = number("B", around);
        after = number("A", around);
        limit = number("m", Integer.MAX_VALUE);
    }

    static int run(UtilityCall call) throws IOException {
        return new Grep(call).search(call);
    }

    private int search(UtilityCall call) throws IOException {
        boolean matched = false;
        boolean failed = false;
        for (String file : files) {
            try {
                boolean directory = !file.equals("-") && !file.isEmpty() && Files.isDirectory(call.path(file));
                if (directory && recursive) {
                    matched |= walk(call, file);
                } else if (!directory || !skipsDirectories) {
                    matched |= search(call, file);
                }
            } catch (IOException e) {
                UtilityCall.rethrowInterrupt(e);
                failed = true;
                if (!options.has("s")) {
                    call.output().flush();
                    call.error(file + ": " + UtilityCall.reason(e));
                }
            }
            if (matched && options.has("q")) {
                return 0;
            }
        }
        return failed ? FAILURE : matched ? 0 : 1;
    }

    private boolean isCaseIgnored() {
        return options.last("i", "no-ignore-case").equals("i");
    }

    /** {@code -5} as {@code -C 5}. */
    private static List<String> withContext(List<String> arguments) {
        List<String> changed = new ArrayList<>();
        for (String argument : arguments) {
            changed.add(argument.matches("-[0-9]+") ? "-C" + argument.substring(1) : argument);
        }
        return changed;
    }

    private int number(String key, int otherwise) {
        String text = options.value(key).orElse("");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("-?[0-9]{1,9}")) {
            throw options.usage(key.equals("m") ? "invalid max count" : text + ": invalid context length argument");
        }
        int number = Integer.parseInt(text);
        return number < 0 ? Integer.MAX_VALUE : number;
    }

    /** The patterns; the first operand if no option gives one, and then it is none any more. */
    private List<String> texts(UtilityCall call, List<String> operands) throws IOException {
        List<String> texts = new ArrayList<>();
        boolean given = false;
        for (Options.Given option : options.given()) {
            if (option.key().equals("e")) {
                texts.addAll(List.of(option.value().split("\n", -1)));
                given = true;
            } else if (option.key().equals("f")) {
                given = true;
                try (InputStream stream = call.open(option.value())) {
                    Lines lines = new Lines(stream, false);
                    while (lines.advance()) {
                        byte[] line = lines.line();
                        texts.add(UtilityCall.text(line));
                    }
                } catch (IOException e) {
                    throw options.usage(option.value() + ": " + UtilityCall.reason(e));
                }
            }
        }
        if (!given) {
            if (operands.isEmpty()) {
                throw options.usage("no pattern; usage: grep [OPTION]... PATTERNS [FILE]...");
            }
            texts.addAll(List.of(operands.remove(0).split("\n", -1)));
        }
        return texts;
    }

    private Pattern pattern(List<String> texts, String kind) {
        if (kind.equals("P") && texts.size() > 1) {
            throw options.usage("the -P option only supports a single pattern");
        }
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            try {
                String one = switch (kind) {
                    case "F" -> Pattern.quote(text);
                    case "P" -> PerlRegex.translate(text);
                    default -> BasicRegex.translate(text, kind.equals("E"));
                };
                all.append(all.isEmpty() ? "" : "|").append("(?:").append(one).append(')');
            } catch (IllegalArgumentException e) {
                throw options.usage(String.valueOf(e.getMessage()));
            }
        }
        String whole = texts.isEmpty() ? "(?!)" : "(?:" + all + ")";
        if (options.has("x")) {
            whole = "^" + whole + "$";
        } else if (options.has("w")) {
            whole = "(?<![\\w])" + whole + "(?![\\w])";
        }
        int flags = Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNIX_LINES | Pattern.DOTALL;
        try {
            return Pattern.compile(
                    whole, isCaseIgnored() ? flags | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : flags);
        } catch (PatternSyntaxException e) {
            throw options.usage("invalid regular expression: " + e.getDescription());
        }
    }

    private boolean walk(UtilityCall call, String root) throws IOException {
        Path start = call.path(root);
        FileVisitOption[] follow =
                options.has("R") ? new FileVisitOption[] {FileVisitOption.FOLLOW_LINKS} : new FileVisitOption[0];
        boolean matched = false;
        List<Path> files;
        try (Stream<Path> walk = Files.walk(start, follow)) {
            files = walk.filter(path -> path.equals(start) ? false : Files.isRegularFile(path))
                    .filter(path -> isWanted(start, path))
                    .toList();
        }
        for (Path file : files) {
            String shown = root.endsWith("/") ? root + start.relativize(file) : root + "/" + start.relativize(file);
            shown = root.equals(".")
                            && options.operands().size() < 2
                            && !options.operands().contains(".")
                    ? start.relativize(file).toString()
                    : shown;
            matched |= search(call, shown.replace(java.io.File.separatorChar, '/'));
            if (matched && options.has("q")) {
                return true;
            }
        }
        return matched;
    }

    private boolean isWanted(Path start, Path file) {
        boolean included = !options.has("include");
        for (Options.Given given : options.given()) {
            String name = String.valueOf(file.getFileName());
            if (given.key().equals("include")) {
                included |= NamePattern.matches(given.value(), name);
            } else if (given.key().equals("exclude") && NamePattern.matches(given.value(), name)) {
                return false;
            } else if (given.key().equals("exclude-dir")) {
                Path directories = start.relativize(file).getParent();
                for (Path part : directories == null ? Path.of("") : directories) {
                    if (NamePattern.matches(given.value(), part.toString())) {
                        return false;
                    }
                }
            }
        }
        return included;
    }

    private boolean search(UtilityCall call, String file) throws IOException {
        try (InputStream stream = call.open(file)) {
            return search(
                    new Lines(stream, options.has("z")),
                    file.equals("-") ? options.value("label").orElse("(standard input)") : file);
        }
    }

    private boolean search(Lines lines, String name) throws IOException {
        boolean silent = quiet || listed || options.has("L") || options.has("c");
        boolean context = before > 0 || after > 0;
        Deque<byte[]> held = new ArrayDeque<>();
        long number = 0;
        long count = 0;
        // Lines of another file never follow on.
        long shownUpTo = -1;
        int afterLeft = 0;
        while (limit > 0 && lines.advance()) {
            number++;
            if (count >= limit && afterLeft == 0) {
                break;
            }
            boolean hit = count < limit && search.isIn(lines) != inverted;
            if (hit) {
                if (skipsBinary && isBinary(lines)) {
                    break;
                }
                count++;
                if (quiet || listed) {
                    break;
                }
                if (!silent) {
                    if (isBinary(lines)) {
                        output.flush();
                        output.line("grep: " + name + ": binary file matches");
                        return true;
                    }
                    if (context && separated && number - held.size() > shownUpTo + 1) {
                        output.line("--");
                    }
                    while (!held.isEmpty()) {
                        long earlier = number - held.size();
                        byte[] line = held.remove();
                        print(name, earlier, '-', line, 0, line.length);
                    }
                    print(name, number, ':', lines.bytes(), lines.start(), lines.end());
                    separated = true;
                    shownUpTo = number;
                    afterLeft = after;
                }
            } else if (afterLeft > 0) {
                print(name, number, '-', lines.bytes(), lines.start(), lines.end());
                shownUpTo = number;
                afterLeft--;
            } else if (before > 0 && !silent) {
                held.add(lines.line());
                if (held.size() > before) {
                    held.remove();
                }
            }
        }
        summary(name, count);
        return count > 0;
    }

    private void summary(String name, long count) {
        if (options.has("q")) {
            return;
        }
        if (options.has("l") || options.has("L")) {
            if ((count > 0) == options.last("l", "L").equals("l")) {
                if (nameEnd.isEmpty()) {
                    output.line(name);
                } else {
                    output.print(name + nameEnd);
                }
            }
        } else if (options.has("c")) {
            output.line((names ? name + (nameEnd.isEmpty() ? ":" : nameEnd) : "") + count);
        }
    }

    private boolean isBinary(Lines lines) {
        if (text) {
            return false;
        }
        byte[] bytes = lines.bytes();
        int end = Math.min(lines.end(), lines.start() + BINARY_PROBE);
        for (int i = lines.start(); i < end; i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private void print(String name, long number, char mark, byte[] bytes, int start, int end) {
        if (!onlyMatches) {
            if (names || numbered) {
                output.print(prefix(name, number, mark));
            }
            output.write(bytes, start, end - start);
            output.write(delimiter);
            return;
        }
        if (mark != ':' || inverted) {
            return;
        }
        String line = ByteText.decode(bytes, start, end - start);
        Matcher matcher = pattern.matcher(line);
        while (matcher.find()) {
            int from = pattern.pattern().contains(SHOWN_FROM) ? matcher.start(PerlRegex.SHOWN_FROM) : matcher.start();
            if (matcher.end() > from && from >= 0) {
                output.print(prefix(name, number, mark) + line.substring(from, matcher.end()));
                output.write(delimiter);
            }
        }
    }

    private String prefix(String name, long number, char mark) {
        return (names ? name + (nameEnd.isEmpty() ? String.valueOf(mark) : nameEnd) : "")
                + (numbered ? Long.toString(number) + mark : "");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the expression of {@code find}: {@code ( )}, {@code !}, {@code -a}, {@code -o}, {@code ,} and what stands between them. */
final class FindParser {
    private static final int MAX_DEPTH = 500;
    private static final long DAY = 86_400;
    private static final Pattern SIZE = Pattern.compile("([-+]?)([0-9]{1,18})([cwbkMG]?)");
    private static final Pattern COUNT = Pattern.compile("([-+]?)([0-9]{1,18})");
    private static final Pattern NEWER = Pattern.compile("-newer([acmB])([acmBt])");

    private final Find.Walk walk;
    private final List<String> words;
    private final Instant now = Instant.now();
    private int at;
    private int depth;
    private boolean acts;
    private boolean pruning;
    private boolean deleting;
    private boolean daystart;
    private boolean extended;
    private boolean emacs = true;

    FindParser(Find.Walk walk, List<String> words) {
        this.walk = walk;
        this.words = words;
    }

    private static UtilityException wrong(String message) {
        return new UtilityException(1, message);
    }

    /** The whole expression; without an action it prints what fits. */
    Find.Node parse() {
        Find.Node node = words.isEmpty() ? found -> true : list();
        if (at < words.size()) {
            throw wrong("invalid expression; you have too many ')'");
        }
        if (deleting && pruning && !words.contains("-depth")) {
            throw wrong("The -delete action automatically turns on -depth, but -prune does nothing when -depth is in"
                    + " effect.");
        }
        if (acts) {
            return node;
        }
        Find.Node print = print('\n');
        return found -> node.test(found) && print.test(found);
    }

    private boolean isNext(String... any) {
        return at < words.size() && List.of(any).contains(words.get(at));
    }

    private Find.Node list() {
        Find.Node node = alternatives();
        while (isNext(",")) {
            at++;
            Find.Node first = node;
            Find.Node second = alternatives();
            node = found -> {
                first.test(found);
                return second.test(found);
            };
        }
        return node;
    }

    private Find.Node alternatives() {
        Find.Node node = sequence();
        while (isNext("-o", "-or")) {
            at++;
            Find.Node first = node;
            Find.Node second = sequence();
            node = found -> first.test(found) || second.test(found);
        }
        return node;
    }

    private Find.Node sequence() {
        Find.Node node = negation();
        while (at < words.size() && !isNext("-o", "-or", ")", ",")) {
            if (isNext("-a", "-and")) {
                at++;
            }
            Find.Node first = node;
            Find.Node second = negation();
            node = found -> first.test(found) && second.test(found);
        }
        return node;
    }

    private Find.Node negation() {
        if (++depth > MAX_DEPTH) {
            throw wrong("expression nests more than " + MAX_DEPTH + " levels deep");
        }
        try {
            if (at >= words.size()) {
                throw wrong("expected an expression after '" + words.get(at - 1) + "'");
            }
            if (isNext("!", "-not")) {
                at++;
                Find.Node node = negation();
                return found -> !node.test(found);
            }
            if (isNext("(")) {
                at++;
                if (isNext(")")) {
                    throw wrong("invalid expression; empty parentheses are not allowed.");
                }
                Find.Node node = list();
                if (!isNext(")")) {
                    throw wrong("invalid expression; I was expecting to find a ')' somewhere but did not see one.");
                }
                at++;
                return node;
            }
            return primary(words.get(at++));
        } finally {
            depth--;
        }
    }

    private String argument(String name) {
        if (at >= words.size()) {
            throw wrong("missing argument to `" + name + "'");
        }
        return words.get(at++);
    }

    private Find.Node primary(String name) {
        return switch (name) {
            case "-true", "-noleaf", "-ignore_readdir_race", "-noignore_readdir_race", "-nowarn", "-warn" ->
                found -> true;
            case "-false" -> found -> false;
            case "-daystart" -> {
                daystart = true;
                yield found -> true;
            }
            case "-depth", "-d" -> {
                walk.depthFirst = true;
                yield found -> true;
            }
            case "-xdev", "-mount" -> {
                walk.oneFileSystem = true;
                yield found -> true;
            }
            case "-follow" -> {
                walk.followAll = true;
                walk.followOperands = true;
                yield found -> true;
            }
            case "-maxdepth" -> {
                walk.maxDepth = level(name);
                yield found -> true;
            }
            case "-mindepth" -> {
                walk.minDepth = level(name);
                yield found -> true;
            }
            case "-regextype" -> {
                String type = argument(name);
                if (!type.matches("posix-extended|posix-egrep|egrep|posix-basic|grep|sed|ed|emacs|findutils-default")) {
                    throw wrong("Unknown regular expression type " + Quoted.name(type));
                }
                extended = type.matches("posix-extended|posix-egrep|egrep");
                emacs = type.matches("emacs|findutils-default");
                yield found -> true;
            }
            case "-print" -> action(print('\n'));
            case "-print0" -> action(print('\0'));
            case "-printf" -> {
                FindFormat format = new FindFormat(walk.call, argument(name));
                yield action(found -> {
                    walk.call.output().print(format.text(found));
                    return true;
                });
            }
            case "-exec", "-execdir", "-ok", "-okdir" -> action(exec(name));
            case "-delete" -> {
                walk.depthFirst = true;
                deleting = true;
                yield action(this::delete);
            }
            case "-prune" -> {
                pruning = true;
                yield found -> {
                    walk.pruned = true;
                    return true;
                };
            }
            case "-quit" ->
                action(found -> {
                    walk.ended = true;
                    return true;
                });
            default -> test(name);
        };
    }

    private Find.Node test(String name) {
        return switch (name) {
            case "-name", "-iname" -> matching(name, Find.Found::name);
            case "-path", "-wholename", "-ipath", "-iwholename" -> matching(name, Find.Found::text);
            case "-lname", "-ilname" -> matching(name, FindFormat::target);
            case "-regex", "-iregex" -> regex(name);
            case "-type" -> types(name, Find.Found::status);
            case "-xtype" ->
                types(
                        name,
                        found -> FileStatus.find(found.path(), !follows(found)).orElse(found.status()));
            case "-size" -> size(name);
            case "-empty" ->
                found -> found.status().isDirectory()
                        ? Folder.names(found.path()).isEmpty()
                        : found.status().isFile() && found.status().size() == 0;
            case "-perm" -> permissions(name);
            case "-newer", "-anewer", "-cnewer" -> newer(name, name.charAt(1) == 'n' ? 'm' : name.charAt(1), 'm');
            case "-mtime", "-atime", "-ctime" -> days(name, name.charAt(1));
            case "-mmin", "-amin", "-cmin" -> minutes(name, name.charAt(1));
            case "-links" -> counted(name, found -> found.status().links());
            case "-inum" -> counted(name, found -> found.status().inode());
            case "-uid" ->
                counted(name, found -> Integer.toUnsignedLong(found.status().user()));
            case "-gid" ->
                counted(name, found -> Integer.toUnsignedLong(found.status().group()));
            case "-user" -> owned(name, false);
            case "-group" -> owned(name, true);
            case "-samefile" -> {
                FileStatus.Id id = reference(argument(name)).id();
                yield found -> found.status().id().equals(id);
            }
            case "-readable" -> found -> Files.isReadable(found.path());
            case "-writable" -> found -> Files.isWritable(found.path());
            case "-executable" -> found -> Files.isExecutable(found.path());
            default -> {
                Matcher newer = NEWER.matcher(name);
                if (newer.matches() && !name.contains("B")) {
                    yield newer(name, newer.group(1).charAt(0), newer.group(2).charAt(0));
                }
                if (name.startsWith("-")) {
                    throw wrong("unknown predicate `" + name + "'");
                }
                throw wrong("paths must precede expression: `" + name + "'");
            }
        };
    }

    private boolean follows(Find.Found found) {
        return walk.followAll || (walk.followOperands && found.depth() == 0);
    }

    private Find.Node action(Find.Node node) {
        acts = true;
        return node;
    }

    private Find.Node print(char end) {
        return found -> {
            walk.call.output().print(found.text());
            walk.call.output().write(end);
            return true;
        };
    }

    private int level(String name) {
        String text = argument(name);
        if (!text.matches("[0-9]{1,9}")) {
            throw wrong("Expected a positive decimal integer argument to " + name + ", but got " + Quoted.name(text));
        }
        return Integer.parseInt(text);
    }

    private Find.Node matching(String name, Function<Find.Found, String> part) {
        Pattern pattern = NamePattern.compile(argument(name), name.startsWith("-i"));
        return found -> pattern.matcher(part.apply(found)).matches();
    }

    private Find.Node regex(String name) {
        String text = argument(name);
        // Emacs has + and ? where basic expressions of GNU have \+ and \?.
        String basic = emacs ? text.replaceAll("(?<!\\\\)((?:\\\\\\\\)*)([+?])", "$1\\\\$2") : text;
        try {
            int flags = name.equals("-iregex") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
            Pattern pattern = Pattern.compile(BasicRegex.translate(basic, extended), flags | Pattern.DOTALL);
            return found -> pattern.matcher(found.text()).matches();
        } catch (PatternSyntaxException e) {
            throw wrong("invalid regular expression " + Quoted.name(text));
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage() + ": " + Quoted.name(text));
        }
    }

    private Find.Node types(String name, Function<Find.Found, FileStatus> status) {
        String text = argument(name);
        if (!text.matches("[bcdpfls](,[bcdpfls])*")) {
            throw wrong("Unknown argument to " + name + ": " + text);
        }
        return found -> text.indexOf(FindFormat.letter(status.apply(found).kind())) >= 0;
    }

    private Find.Node size(String name) {
        String text = argument(name);
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw wrong("Invalid argument `" + text + "' to " + name);
        }
        long unit = switch (matcher.group(3)) {
            case "c" -> 1L;
            case "w" -> 2L;
            case "k" -> 1024L;
            case "M" -> 1024L * 1024;
            case "G" -> 1024L * 1024 * 1024;
            default -> 512L;
        };
        String sign = matcher.group(1);
        long wanted = Long.parseLong(matcher.group(2));
        return found -> fits(sign, (found.status().size() + unit - 1) / unit, wanted);
    }

    private static boolean fits(String sign, long value, long wanted) {
        return sign.equals("+") ? value > wanted : sign.equals("-") ? value < wanted : value == wanted;
    }

    private Find.Node counted(String name, ToLongFunction<Find.Found> count) {
        Matcher matcher = count(name);
        String sign = matcher.group(1);
        long wanted = Long.parseLong(matcher.group(2));
        return found -> fits(sign, count.applyAsLong(found), wanted);
    }

    private Matcher count(String name) {
        String text = argument(name);
        Matcher matcher = COUNT.matcher(text);
        if (!matcher.matches()) {
            throw wrong("invalid argument `" + text + "' to `" + name + "'");
        }
        return matcher;
    }

    private Instant today() {
        return daystart
                ? now.atZone(walk.call.zone())
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(walk.call.zone())
                        .toInstant()
                : now;
    }

    private static Instant time(FileStatus status, char which) {
        return LsFormat.time(status, which == 'a' ? "u" : which == 'c' ? "c" : "");
    }

    private Find.Node days(String name, char which) {
        Matcher matcher = count(name);
        String sign = matcher.group(1);
        long wanted = Long.parseLong(matcher.group(2));
        Instant reference = today();
        return found -> {
            long age = Duration.between(time(found.status(), which), reference).toSeconds();
            return fits(sign, Math.floorDiv(age, DAY), wanted);
        };
    }

    private Find.Node minutes(String name, char which) {
        Matcher matcher = count(name);
        String sign = matcher.group(1);
        long wanted = Math.multiplyExact(Math.min(Long.parseLong(matcher.group(2)), Integer.MAX_VALUE), 60L);
        Instant reference = today();
        return found -> {
            long age = Duration.between(time(found.status(), which), reference).toSeconds();
            return sign.isEmpty() ? age < wanted && age >= wanted - 60 : fits(sign, age, wanted);
        };
    }

    private FileStatus reference(String operand) {
        try {
            Path path = walk.call.locate(operand);
            Optional<FileStatus> target = walk.followOperands ? FileStatus.find(path, true) : Optional.empty();
            return target.isPresent() ? target.get() : FileStatus.of(path, false);
        } catch (IOException e) {
            throw wrong(Quoted.name(operand) + ": " + UtilityCall.reason(e));
        }
    }

    private Find.Node newer(String name, char which, char other) {
        String operand = argument(name);
        Instant reference = other == 't'
                ? Dates.parse(operand, now, walk.call.zone())
                        .orElseThrow(() -> wrong(
                                "I cannot figure out how to interpret " + Quoted.name(operand) + " as a date or time"))
                : time(reference(operand), other);
        return found -> time(found.status(), which).isAfter(reference);
    }

    private Find.Node permissions(String name) {
        String text = argument(name);
        char sign = text.isEmpty() ? ' ' : text.charAt(0);
        boolean signed = sign == '-' || sign == '/';
        OptionalInt mode = FileModes.change(signed ? text.substring(1) : text, 0, 0, false);
        if (mode.isEmpty()) {
            throw wrong("invalid mode " + Quoted.name(text));
        }
        int wanted = mode.getAsInt();
        return found -> {
            int bits = found.status().mode();
            return switch (sign) {
                case '-' -> (bits & wanted) == wanted;
                case '/' -> wanted == 0 || (bits & wanted) != 0;
                default -> bits == wanted;
            };
        };
    }

    private Find.Node owned(String name, boolean group) {
        String wanted = argument(name);
        return found -> {
            int number = group ? found.status().group() : found.status().user();
            return wanted.equals(Integer.toUnsignedString(number)) || wanted.equals(principal(found, group));
        };
    }

    /** The name of the user or the group that a file belongs to. */
    static String principal(Find.Found found, boolean group) {
        try {
            PosixFileAttributes attributes = Files.readAttributes(
                    found.path(),
                    PosixFileAttributes.class,
                    FileStatus.options(!found.status().isLink()));
            return (group ? attributes.group() : attributes.owner()).getName();
        } catch (IOException | UnsupportedOperationException e) {
            return Integer.toUnsignedString(
                    group ? found.status().group() : found.status().user());
        }
    }

    private Find.Node exec(String name) {
        List<String> command = new ArrayList<>();
        boolean asks = name.startsWith("-ok");
        while (true) {
            String word = argument(name);
            boolean many = !asks
                    && word.equals("+")
                    && !command.isEmpty()
                    && command.get(command.size() - 1).equals("{}");
            if (!word.equals(";") && !many) {
                command.add(word);
                continue;
            }
            if (command.isEmpty() || (many && command.size() == 1)) {
                throw wrong("invalid argument `" + word + "' to `" + name + "'");
            }
            FindExec exec = new FindExec(walk, command, name.endsWith("dir"));
            if (many) {
                walk.batches.add(exec);
                return exec::add;
            }
            return asks
                    ? found -> walk.call.confirms("< " + String.join(" ", exec.command(found)) + " > ? ")
                            && exec.run(found)
                    : exec::run;
        }
    }

    private boolean delete(Find.Found found) throws IOException {
        if (found.text().equals(".")) {
            return true;
        }
        try {
            Files.delete(found.path());
            return true;
        } catch (DirectoryNotEmptyException e) {
            walk.call.error("cannot delete " + Quoted.name(found.text()) + ": Directory not empty");
        } catch (IOException e) {
            walk.call.error("cannot delete " + Quoted.name(found.text()), e);
        }
        walk.failed = true;
        return false;
    }
}

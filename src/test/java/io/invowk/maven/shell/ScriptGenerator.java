// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell;

import io.invowk.maven.shell.ScriptNode.Members;
import io.invowk.maven.shell.ScriptNode.Quoted;
import io.invowk.maven.shell.ScriptNode.Sequence;
import io.invowk.maven.shell.ScriptNode.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes scripts of the POSIX grammar that print what they did. The same number gives the same script.
 *
 * <p>Each ends: a loop counts with a variable that nothing else assigns, or runs over words or a here-document that are
 * there before it begins; a function calls only those behind it in {@link #FUNCTIONS}; in what may be repeated a value is
 * made of one other at most, so none doubles. No file is read while it is written.
 *
 * <p>Each has one right outcome: commands that run at the same time share nothing but the pipe between them, and write to
 * no file that a pattern of the other may find. Left out is what POSIX leaves to the shell:
 *
 * <ul>
 *   <li>statuses of redirections that fail and of errors that end the shell: they are only told from zero;
 *   <li>{@code echo} of backslashes, {@code local} without a value, assignments before functions;
 *   <li>{@code "${x-"y"}"}, and {@code $@} where no fields are made;
 *   <li>{@code set -e} in a command substitution of a command whose failure is tested;
 *   <li>a here-document in an expansion of a here-document.
 * </ul>
 *
 * <p>Left out is also where dash is wrong: it drops an empty field of an unquoted {@code $@} that a separator which is no
 * blank begins; under {@code set -e} a job in a tested list ends, and a failing {@code .} in an or-list ends the shell;
 * {@code getopts} sets {@code OPTARG} for an option without one; a quoted expansion in the pattern of an expansion is not
 * quoted in a here-document.
 */
final class ScriptGenerator extends WordGenerator {
    /** Of the names, {@code d} is unset at first. */
    private static final String BEGIN = "a='a b' b=x c= n=3 m=10; unset d; set -- 1 'p q' ''; "
            + "f() { return 3; }; g() { printf 'g%s' \"$#\"; }; h() { :; }";

    private static final String END =
            "printf '[%s]' \"$?\" \"$a\" \"$b\" \"$c\" \"${d-unset}\" \"$n\" \"$m\" \"$#\" \"$@\"";

    private static final String[] FUNCTIONS = {"f", "g", "h"};
    /** What scripts write. */
    static final List<String> FILES = List.of("f1", "f2", "g1");

    private static final String[] SEPARATORS = {":", "' '", "x", "' :'", "''", "'\n'", "': x'"};
    private static final String[] WORD_FORMATS = {
        "<%s>", "%s\\n", "%5s|", "%-4s|", "%.2s,", "%s=%s;", "%%%s", "\\t%s\\101", "%s", "%5.1s|"
    };
    private static final String[] NUMBER_FORMATS = {
        "%d,", "%i;", "%x ", "%X ", "%#x ", "%o ", "%#o ", "%u ", "%03d|", "%+d ", "% d ", "%-5d|", "%5.3d|"
    };

    private int loops;
    private int counters;
    private boolean inFunction;
    private int firstFunction;
    private boolean mayWriteFiles = true;
    private boolean hasThirdDescriptor;
    private boolean mayExit;

    private ScriptGenerator(long number) {
        super(number);
    }

    /** The commands of the script with a number. */
    static ScriptNode commands(long number) {
        ScriptGenerator generator = new ScriptGenerator(number * 0x9E3779B97F4A7C15L);
        return generator.script();
    }

    /** The script of these commands. */
    static String text(ScriptNode commands) {
        return BEGIN + "\n" + commands.text() + "\n";
    }

    private ScriptNode script() {
        List<ScriptNode> nodes = new ArrayList<>();
        if (one(6)) {
            nodes.add(sequence("trap ", new Quoted(isolated(this::simple)), " EXIT"));
        }
        if (endsOnErrors && one(4)) {
            nodes.add(text("set -e"));
        }
        for (int i = 3 + random.nextInt(8); i > 0; i--) {
            nodes.add(one(30) ? text("trap 'printf \"<$?>\"' USR1; kill -USR1 $$; printf T; trap - USR1") : command());
        }
        nodes.add(text(END));
        return new Members(nodes, "\n", ":");
    }

    private static ScriptNode text(String text) {
        return new Text(text);
    }

    /** A sequence of nodes and texts. */
    private static ScriptNode sequence(Object... parts) {
        List<ScriptNode> nodes = new ArrayList<>();
        for (Object part : parts) {
            nodes.add(part instanceof ScriptNode node ? node : new Text(part.toString()));
        }
        return new Sequence(nodes);
    }

    private String file() {
        return FILES.get(random.nextInt(FILES.size()));
    }

    /** One command, perhaps with others behind it. */
    private ScriptNode command() {
        ScriptNode first = compound();
        return switch (random.nextInt(9)) {
            case 0 -> sequence(first, any(" && ", " || ", " &&\n", "\n"), compound());
            case 1 -> sequence(first, any(" && ", " || "), simple(), any(" && ", " || "), simple());
            case 2 -> sequence("{\n", first, "\nprintf '(%s)' \"$?\"\n}");
            case 3 -> sequence("{\n! ", first, "\nprintf '!%s' \"$?\"\n}");
            default -> first;
        };
    }

    private ScriptNode commands() {
        List<ScriptNode> nodes = new ArrayList<>();
        do {
            nodes.add(command());
        } while (one(2));
        return new Members(nodes, "\n", ":");
    }

    private ScriptNode compound() {
        if (depth >= MAX_DEPTH) {
            return simple();
        }
        depth++;
        ScriptNode node = switch (random.nextInt(22)) {
            case 0 -> conditional();
            case 1 -> countedLoop();
            case 2 -> forLoop();
            case 3 -> choice();
            case 4 -> sequence("(\n", isolated(this::commands), "\n)");
            case 5 -> sequence("{\n", commands(), "\n}", redirection());
            case 6 -> function();
            case 7 -> pipeline();
            case 8 -> hereDocument();
            case 9 -> readLoop();
            case 10 -> strict();
            case 11 -> trapped();
            case 12 -> descriptors();
            case 13 ->
                endsOnErrors
                        ? sequence("{\n", commands(), "\n}")
                        : sequence("{\n{\n", isolated(this::commands), "\n} &\nwait \"$!\"\n}");
            default -> simple();
        };
        depth--;
        return node;
    }

    /** What is around a part. */
    private record Around(
            int loops,
            int firstFunction,
            boolean isRepeated,
            boolean inFunction,
            boolean mayWriteFiles,
            boolean hasThirdDescriptor,
            boolean mayExit) {}

    /** A part with something else around it; afterwards that is as before. */
    private ScriptNode inside(Runnable change, Supplier<ScriptNode> part) {
        Around outer =
                new Around(loops, firstFunction, isRepeated, inFunction, mayWriteFiles, hasThirdDescriptor, mayExit);
        change.run();
        ScriptNode node = part.get();
        loops = outer.loops;
        firstFunction = outer.firstFunction;
        isRepeated = outer.isRepeated;
        inFunction = outer.inFunction;
        mayWriteFiles = outer.mayWriteFiles;
        hasThirdDescriptor = outer.hasThirdDescriptor;
        mayExit = outer.mayExit;
        return node;
    }

    /** A part in an environment of its own, which leaves no loop or function around it, and may end. */
    private ScriptNode isolated(Supplier<ScriptNode> part) {
        return inside(
                () -> {
                    loops = 0;
                    inFunction = false;
                    mayExit = true;
                },
                part);
    }

    /** A part that runs at the same time as others. */
    private ScriptNode concurrent(Supplier<ScriptNode> part) {
        return inside(
                () -> {
                    mayWriteFiles = false;
                    hasThirdDescriptor = false;
                },
                () -> isolated(part));
    }

    /** A part that may be run at the same time as others, and in the loops and functions around it. */
    private ScriptNode shared(Supplier<ScriptNode> part) {
        return inside(
                () -> {
                    mayWriteFiles = false;
                    hasThirdDescriptor = false;
                    mayExit = false;
                },
                part);
    }

    /** Commands that may be run again and again. */
    private ScriptNode repeated(Supplier<ScriptNode> part) {
        return inside(
                () -> {
                    isRepeated = true;
                    loops++;
                },
                part);
    }

    @Override
    ScriptNode substituted() {
        return concurrent(endsOnErrors ? this::printed : this::command);
    }

    private ScriptNode conditional() {
        List<Object> parts = new ArrayList<>(List.of("if ", condition(), "; then\n", commands()));
        if (one(4)) {
            parts.addAll(List.of("\nelif ", condition(), "; then\n", commands()));
        }
        if (one(2)) {
            parts.addAll(List.of("\nelse\n", commands()));
        }
        parts.add("\nfi" + redirection());
        return sequence(parts.toArray());
    }

    private ScriptNode condition() {
        return switch (random.nextInt(4)) {
            case 0 -> text(test());
            case 1 -> simple();
            case 2 -> call();
            default -> text(any("true", "false", "! true", "! false"));
        };
    }

    private String test() {
        String expression = switch (random.nextInt(6)) {
            case 0 -> quoted() + any(" = ", " != ") + quoted();
            case 1 ->
                "\"$" + any(NUMBERS) + "\"" + any(" -lt ", " -ge ", " -eq ", " -ne ", " -gt ", " -le ")
                        + random.nextInt(12);
            case 2 -> any("-z ", "-n ", "") + quoted();
            case 3 -> any("-f ", "-e ", "-s ", "-d ", "-r ") + any("f1", "in", "sub", "none");
            case 4 -> "\"$#\" -gt " + random.nextInt(3);
            default -> "! " + quoted();
        };
        return one(5) ? "test " + expression : "[ " + expression + " ]";
    }

    private ScriptNode countedLoop() {
        String counter = "i" + counters++;
        String start = one(3) ? "until [ \"$" + counter + "\" -ge " : "while [ \"$" + counter + "\" -lt ";
        return sequence(
                counter + "=0\n" + start + random.nextInt(4) + " ]; do\n" + counter + "=$((" + counter + " + 1))\n",
                repeated(this::commands),
                "\ndone" + redirection());
    }

    private ScriptNode forLoop() {
        String name = any(NAMES);
        return one(5)
                ? sequence("for " + name + any("; do\n", "\ndo ", " do\n"), repeated(this::commands), "\ndone")
                : sequence(
                        "for " + name + " in ", words(), "; do\n", repeated(this::commands), "\ndone" + redirection());
    }

    private ScriptNode readLoop() {
        String name = any(NAMES);
        return sequence(
                "{\nwhile " + any("", "IFS= ", "IFS=: ") + "read -r " + name + any("", " c") + "; do\n",
                repeated(this::commands),
                "\ndone <<E\n" + document(true) + "E\n}");
    }

    private ScriptNode choice() {
        List<Object> parts = new ArrayList<>();
        parts.add("case " + word() + " in\n");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            parts.add(any("(", "") + any(PATTERNS) + (one(3) ? " | " + any(PATTERNS) : "") + ")\n");
            parts.add(commands());
            parts.add("\n;;\n");
        }
        parts.add("esac" + redirection());
        return sequence(parts.toArray());
    }

    /** A function is defined, and called at once. */
    private ScriptNode function() {
        if (firstFunction >= FUNCTIONS.length) {
            return simple();
        }
        int index = firstFunction + random.nextInt(FUNCTIONS.length - firstFunction);
        int outerDepth = depth;
        depth = Math.max(depth, MAX_DEPTH - 1);
        boolean subshell = one(6);
        // The locals are words of what is repeated, too.
        StringBuilder local = new StringBuilder();
        ScriptNode body = inside(
                () -> {
                    loops = 0;
                    firstFunction = index + 1;
                    inFunction = true;
                    isRepeated = true;
                    local.append(!subshell && one(3) ? "local " + any(NAMES) + "=" + quoted() + "\n" : "");
                },
                () -> shared(() -> subshell ? isolated(this::commands) : commands()));
        depth = outerDepth;
        return sequence(
                "{\n" + FUNCTIONS[index] + any("() ", "()\n") + (subshell ? "(" : "{") + "\n" + local,
                body,
                "\n" + (subshell ? ")" : "}") + "\n" + FUNCTIONS[index] + " ",
                words(),
                redirection(),
                "\n}");
    }

    private ScriptNode call() {
        if (firstFunction >= FUNCTIONS.length) {
            return text("true");
        }
        int index = firstFunction + random.nextInt(FUNCTIONS.length - firstFunction);
        return sequence(FUNCTIONS[index] + " ", words());
    }

    private ScriptNode pipeline() {
        String name = any(NAMES);
        ScriptNode source = one(2)
                ? sequence("{\n", concurrent(this::commands), "\n}")
                : sequence("printf '%s\\n' ", concurrent(this::words));
        ScriptNode sink = switch (random.nextInt(4)) {
            case 0 ->
                sequence("while read -r " + name + "; do\n", concurrent(() -> repeated(this::commands)), "\ndone");
            case 1 -> sequence("{\n", text(read()), "\n", concurrent(this::commands), "\n}");
            case 2 -> sequence("(\n", concurrent(this::commands), "\n)");
            default -> text("cat");
        };
        return sequence(source, one(4) ? " | cat | " : any(" | ", " |\n"), sink);
    }

    private ScriptNode hereDocument() {
        boolean expanded = one(2);
        boolean tabs = one(2);
        return sequence(
                "{\n" + (one(4) ? "cat" : read()) + (tabs ? " <<-" : " <<") + (expanded ? "END" : any("'END'", "E\\ND"))
                        + "\n" + document(expanded) + (tabs ? "\t" : "") + "END\n",
                new Members(List.of(printed()), "\n", ":"),
                "\n}");
    }

    /** A read of a line into some names. */
    private String read() {
        return any("", "IFS= ", "IFS=: ", "IFS=' :' ") + any("read ", "read -r ") + any("a", "a b", "b c d", "d a");
    }

    /** A subshell that an error ends. */
    private ScriptNode strict() {
        return switch (random.nextInt(4)) {
            case 0, 1 -> sequence("(\n" + (endsOnErrors ? "set -e\n" : ""), isolated(this::commands), "\n)");
            case 2 ->
                sequence(
                        "if (\nset -u\n",
                        isolated(() -> new Members(List.of(printed(), printed()), "\n", ":")),
                        "\n) 2>/dev/null; then printf u; else printf unset; fi");
            default ->
                sequence(
                        "( ",
                        text(any(
                                "printf '%s' \"${" + any(NAMES) + any("?}\"", ":?x}\""),
                                "readonly a; a=x",
                                ": \"$((1 / (n - n)))\"",
                                ": <none")),
                        "\nprintf on ) 2>/dev/null || printf ended");
        };
    }

    private ScriptNode trapped() {
        return switch (random.nextInt(3)) {
            case 0 ->
                sequence("(\ntrap ", new Quoted(isolated(this::simple)), " EXIT\n", isolated(this::commands), "\n)");
            case 1 ->
                sequence(
                        "printf '<%s>' \"$(\ntrap ",
                        new Quoted(isolated(this::printed)),
                        any(" EXIT\n", " 0\n"),
                        isolated(endsOnErrors ? this::printed : this::commands),
                        "\n)\"");
            default ->
                sequence(
                        "(\ntrap ",
                        new Quoted(isolated(this::printed)),
                        " EXIT\n",
                        isolated(this::printed),
                        "\ntrap - EXIT\n",
                        isolated(this::printed),
                        "\n)");
        };
    }

    /** Commands with descriptor 3. */
    private ScriptNode descriptors() {
        if (!mayWriteFiles || hasThirdDescriptor) {
            return sequence("{\n", commands(), "\n}");
        }
        hasThirdDescriptor = true;
        ScriptNode body = commands();
        hasThirdDescriptor = false;
        return switch (random.nextInt(3)) {
            case 0 -> sequence("{\nexec 3>" + file() + "\n", body, "\nexec 3>&-\n}");
            case 1 -> sequence("{\n", body, "\n} 3>" + file());
            default -> sequence("{\n", body, "\n} 3>&1 >" + file());
        };
    }

    private String redirection() {
        if (hasThirdDescriptor && one(4)) {
            return any(" >&3", " >&3 3>/dev/null", " 3>/dev/null", " 4>&3 >&4");
        }
        if (!mayWriteFiles) {
            return one(8) ? any(" 2>/dev/null", " >/dev/null", " 3>&1") : "";
        }
        return switch (random.nextInt(16)) {
            case 0 -> " >" + file();
            case 1 -> " >>" + file();
            case 2 -> " 2>/dev/null";
            case 3 -> " 3>&1 >&3";
            case 4 -> " <in";
            case 5 -> " <>" + file();
            default -> "";
        };
    }

    private ScriptNode simple() {
        return switch (random.nextInt(34)) {
            case 0, 1, 2 -> text(assignment());
            case 3 -> text(any(NUMBERS) + "=$((" + arithmetic(3) + "))");
            case 4 -> sequence("set -- ", words());
            case 5 -> text(any("if [ $# -gt 0 ]; then shift; fi", "shift \"$((${#}>2?2:0))\"", "shift 0"));
            case 6 -> text("unset " + any(NAMES));
            case 7 -> text("IFS=" + (hasBlankSeparators ? any("' '", "''", "'\n '") : any(SEPARATORS)));
            case 8 -> text("unset IFS");
            case 9 -> sequence("eval ", new Quoted(depth < MAX_DEPTH ? command() : printed()));
            case 10 -> text(test());
            case 11, 12 -> loops > 0 ? text(any("break", "continue") + (loops > 1 && one(2) ? " 2" : "")) : printed();
            case 13 -> inFunction ? text("return" + any("", " 0", " 2")) : printed();
            case 14 -> text(any("set -f", "set +f"));
            case 15 -> mayExit && one(2) ? text("exit" + any("", " 0", " 4")) : printed();
            case 16 -> text(any("true", "false", ":"));
            case 17, 18, 19 -> call();
            case 20 -> options();
            case 21 -> builtin();
            case 22 -> numbers();
            case 24 -> background();
            case 25 -> positionalOptions();
            case 23 -> text(assignment() + " " + any("eval 'printf \"%s,\" \"$a$b\"'", ":", "printf '%s;' \"$a$b\""));
            default -> printed();
        };
    }

    private ScriptNode builtin() {
        return switch (random.nextInt(16)) {
            case 9 -> text("{\n{ " + read() + " <&3; " + read() + " <&3; } 3<<E\n" + document(true) + "E\n}");
            case 10 -> text("(exec sh -c 'printf \"%s\" \"$1\"; exit 3' sh " + quoted() + ")");
            case 11 -> text("eval printf \"'<%s>'\" " + any("x 'y z'", "'$a' '\"$b\"'", "'\\$n' \\\\\\\\"));
            case 12 ->
                text(any(
                        "unset -f h; h() { printf h; }",
                        "h() if :; then printf H; fi",
                        "h() for c do printf '%s,' \"$c\"; done",
                        "g() case $1 in x*) return 5 ;; esac"));
            case 13 ->
                text("{ printf o; printf e >&2; } "
                        + any("2>&1", ">/dev/null 2>&1", "2>&1 >/dev/null", ">&- 2>/dev/null || :"));
            case 14 -> text(any("n=0x1f", "n=010", "m=-7", "n=07 m=$((n))", "n=9223372036854775807", "m=-1"));
            case 15 -> text("{ # a comment ' \" $(\n" + any("{ :; }", "a=$b # x", "if :; then :; else :; fi") + "\n}");
            case 8 ->
                text("printf '%b" + any(",", "\\n") + "' 'a\\tb' "
                        + any("'\\0101'", "'\\\\x'", "'x\\cy' z", "'\\n\\n'"));
            case 0 -> text("command -v " + any("printf", "cd", "h", "nosuch") + " || printf no");
            case 1 -> text("nosuch 2>/dev/null");
            case 2 -> text("printf x <none 2>/dev/null || printf e");
            case 3 -> text("(cd sub && printf '%s' * \"${PWD##*/}\" && cd .. && printf '%s' *n \"${OLDPWD##*/}\")");
            case 4 -> text(". ./lib");
            case 5 -> text("echo " + any("x  y", "\"$#\"", "\"$n\"   z"));
            case 6 -> text("export " + any(NAMES) + "=" + quoted() + "\nsh -c 'printf \"{%s}\" \"${a-}\" \"${b-}\"'");
            case 7 -> text("command " + any("printf '%s' y", "eval 'printf x'", "true", "false"));
            default -> text("printf '%s' `printf '%s' \"" + any("$a", "\\$n", "x\\\\\\\\y", "b  c") + "\"`");
        };
    }

    /** Two jobs at the same time, each with a file of its own. */
    private ScriptNode background() {
        if (endsOnErrors || !mayWriteFiles || depth >= MAX_DEPTH) {
            return printed();
        }
        depth++;
        ScriptNode node = sequence(
                "{\n: >f1 >f2\n{\n",
                concurrent(this::commands),
                "\n} >>f1 &\n{\n",
                concurrent(this::commands),
                "\n} >>f2 &\nwait\n}");
        depth--;
        return node;
    }

    private ScriptNode positionalOptions() {
        if (inFunction || loops > 0) {
            return printed();
        }
        return sequence(
                "{\nset -- ",
                optionWords("-a", "-b", "-ab", "-bx", "x", "--", "'p q'"),
                "\nOPTIND=1\nwhile getopts ab: c" + optionLoop("c")
                        + "\nshift \"$((OPTIND - 1))\"\nprintf '<%s>' \"$@\"\n}");
    }

    /** All options of the words, one after the other. */
    private ScriptNode options() {
        ScriptNode words = optionWords("-a", "-b", "-ab", "-bx", "-c", "-ax", "--", "-", "x", "-bax", "''");
        if (inFunction || loops > 0) {
            return printed();
        }
        return sequence(
                "{\nOPTIND=1\nwhile getopts " + any("ab:c", ":ab:c", "abc", "a:") + " d ",
                words,
                optionLoop("d") + "; printf '%s' \"$OPTIND\"\n}");
    }

    private ScriptNode optionWords(String... choices) {
        List<ScriptNode> words = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            words.add(text(any(choices)));
        }
        return new Members(words, " ", "");
    }

    private static String optionLoop(String name) {
        return " 2>/dev/null; do printf '{%s,%s}' \"$" + name + "\" \"${OPTARG-}\"; done";
    }

    private ScriptNode printed() {
        return sequence("printf '" + (one(2) ? "<%s>" : any(WORD_FORMATS)) + "' ", words(), redirection());
    }

    private ScriptNode numbers() {
        List<ScriptNode> numbers = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            numbers.add(text(
                    switch (random.nextInt(5)) {
                        case 0 -> "\"$" + any(NUMBERS) + "\"";
                        case 1 -> "-" + random.nextInt(300);
                        case 2 -> any("0x1F", "010", "+5", "\"'a\"", "'\"b'");
                        default -> Integer.toString(random.nextInt(2000));
                    }));
        }
        return sequence("printf '" + any(NUMBER_FORMATS) + "' ", new Members(numbers, " ", ""));
    }

    private String assignment() {
        String name = any(NAMES);
        if (!isRepeated) {
            return name + "=" + (one(8) ? any("$*", "\"$*\"") : word());
        }
        return name + "="
                + switch (random.nextInt(4)) {
                    case 0 -> any("x", "'a b'", "''", "a:b");
                    case 1 -> any("x", "") + "\"" + expansion(true) + "\"";
                    default -> expansion(false) + any("y", "", "' '", ":");
                };
    }
}

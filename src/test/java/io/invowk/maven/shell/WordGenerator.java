// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The words of generated scripts: quoting, expansions, arithmetic, here-documents. */
abstract class WordGenerator {
    static final int MAX_DEPTH = 3;
    static final String[] NAMES = {"a", "b", "c", "d"};
    static final String[] NUMBERS = {"n", "m"};
    private static final String[] TEXTS = {
        "", "x", "xyx", "a b", " lead", "trail ", "a:b::c", "f*", "*", "[fg]1", "?1", "a\\b", "-n", "x  y", ":", "1",
        "$a", "~", "!", "(", "i*", "a]b", "xx:", "::"
    };
    static final String[] PATTERNS = {
        "*",
        "?",
        "x*",
        "*x",
        "[a-m]*",
        "[!x]",
        "[[:alpha:]]*",
        "*[[:space:]:]*",
        "*[\\ :]*",
        "x?x",
        "\\*",
        "\"*\"",
        "'?'*",
        "f*",
        "''",
        "??*",
        "*:",
        "[]x]*",
        "[!]]",
        "[a\"-\"z]",
        "$b",
        "\"$b\"",
        "x\\x"
    };
    private static final String[] OPERATORS = {
        "+", "-", "*", "/", "%", "<", "<=", ">", ">=", "==", "!=", "&", "|", "^", "&&", "||", "<<", ">>"
    };

    final Random random;
    int depth;
    boolean isRepeated;
    private boolean inDocument;
    final boolean endsOnErrors;
    final boolean hasBlankSeparators;

    WordGenerator(long number) {
        this.random = new Random(number);
        random.nextInt();
        this.endsOnErrors = one(3);
        this.hasBlankSeparators = one(3);
    }

    /** The commands of a command substitution. */
    abstract ScriptNode substituted();

    final String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    final boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    /** Lines of a here-document. */
    final String document(boolean expanded) {
        boolean outer = isRepeated;
        isRepeated = true;
        inDocument = true;
        StringBuilder lines = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            lines.append(one(3) ? "\t" : "")
                    .append(
                            expanded
                                    ? documentPart()
                                    : any(
                                            "$a `x` \\$b \\\\ \"q\" ' x",
                                            "a:b c",
                                            "${x",
                                            "\\x\\y z",
                                            "a \\\nb",
                                            "a:b\\:c:d",
                                            " x\\ y "))
                    .append('\n');
        }
        inDocument = false;
        isRepeated = outer;
        return lines.toString();
    }

    private String documentPart() {
        return switch (random.nextInt(6)) {
            case 0 -> "x " + expansion(true) + " \\$a \"q\" '$b'";
            case 1 -> "$((" + arithmetic(2) + "))";
            case 2 -> any(TEXTS).replace("\\", "\\\\");
            case 3 -> "a\\\nb \\x \\\\y \\`";
            case 4 -> "$* $#";
            default -> "x:" + expansion(true);
        };
    }

    final ScriptNode words() {
        List<ScriptNode> words = new ArrayList<>();
        boolean all = false;
        do {
            if (!all && one(5)) {
                all = true;
                words.add(new ScriptNode.Text(
                        hasBlankSeparators
                                ? any("$@", "$*", "x$@", "$*y")
                                : any("\"$@\"", "\"x$@\"", "\"$@\"y", "\"$*\"", "${1+\"$@\"}", "\"${a-x}$@\"")));
            } else {
                words.add(new ScriptNode.Text(word()));
            }
        } while (one(2));
        return new ScriptNode.Members(words, " ", "");
    }

    final String word() {
        StringBuilder text = new StringBuilder();
        do {
            text.append(piece());
        } while (one(3));
        return text.toString();
    }

    private String piece() {
        return switch (random.nextInt(8)) {
            case 0 ->
                any(
                        "x",
                        "abc",
                        "f",
                        "1",
                        "-",
                        "a.b",
                        "y:z",
                        "*",
                        "?",
                        "[fi]",
                        "f*",
                        "s*/",
                        "*/i*",
                        "./i?",
                        "[!f]*",
                        "~",
                        "sub/[[:lower:]]*",
                        "x\\\ny");
            case 1 -> "'" + any(TEXTS) + "'";
            case 2 -> quoted();
            case 3 -> "\\" + any("$", "*", " ", "\\", "\"", "'", "x", "`");
            default -> expansion(false);
        };
    }

    final String quoted() {
        StringBuilder text = new StringBuilder("\"");
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.append(one(2) ? expansion(true) : any("x", " ", "\\$", "\\\\", "'", "*", "\\x", "\\\"", "a:b", "\\`"));
        }
        return text.append('"').toString();
    }

    final String expansion(boolean inQuotes) {
        String name = any(NAMES);
        return switch (random.nextInt(inDocument ? 15 : 18)) {
            case 0, 1 -> "$" + name;
            case 2 -> "${" + name + "}";
            case 3 -> "${#" + name + "}";
            case 4, 5 -> "${" + name + any("-", ":-", "+", ":+") + operand(inQuotes) + "}";
            case 6 -> "${" + name + any("=", ":=") + operand(inQuotes) + "}";
            case 7, 8 -> "${" + name + any("#", "##", "%", "%%") + pattern() + "}";
            case 9 -> "$((" + arithmetic(2) + "))";
            case 15 ->
                "${" + name + any("#", "##", "%", "%%") + any("*", "?", "x") + "\"$" + any(NAMES) + "\"" + any("", "*")
                        + "}";
            case 16 -> "${" + name + any("-", ":+") + (depth < MAX_DEPTH ? substitution() : inQuotes ? "'" : "e") + "}";
            case 17 -> "${" + name + "#\"${" + any(NAMES) + "%" + pattern() + "}\"}";
            case 10 -> any("$#", "${1-}", "${2-none}", "${10-}", "${#1}", "${1#x}");
            case 11 -> depth < MAX_DEPTH ? substitution() : "$n";
            case 12 -> "$?";
            case 13 -> "${" + name + "-" + any("x\\}y", "~", "a b", "$((n))", "\\$n", "\\\\") + "}";
            default -> "$" + any(NUMBERS);
        };
    }

    private String pattern() {
        String pattern = any(PATTERNS);
        return inDocument && pattern.contains("\"$") ? "x*" : pattern;
    }

    /** In what may be repeated it gives one word at most. */
    private String substitution() {
        depth++;
        String commands = isRepeated
                ? "printf '%s" + any("", "\\n", "\\n\\n") + "' \"" + expansion(true) + "\""
                : substituted().text();
        depth--;
        return (commands.startsWith("(") ? "$( " : "$(") + commands + (commands.contains("\n") ? "\n)" : ")");
    }

    private String operand(boolean inQuotes) {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> "w";
            case 2 -> "$" + any(NAMES);
            case 3 -> inQuotes ? "x y" : "'q r'";
            case 4 -> "${" + any(NAMES) + "-u}";
            default -> inQuotes ? "${b}" : "\"$a\"";
        };
    }

    final String arithmetic(int levels) {
        if (levels == 0 || one(4)) {
            return switch (random.nextInt(5)) {
                case 0 -> any(NUMBERS);
                case 1 -> "$" + any(NUMBERS);
                case 2 -> "0x" + Integer.toHexString(random.nextInt(40));
                case 3 -> "0" + random.nextInt(8);
                default -> Integer.toString(random.nextInt(20));
            };
        }
        return switch (random.nextInt(7)) {
            case 0 -> "(" + arithmetic(levels - 1) + ")";
            case 1 -> any("-", "!", "~", "+") + " " + arithmetic(levels - 1);
            case 2 -> arithmetic(levels - 1) + " ? " + arithmetic(levels - 1) + " : " + arithmetic(levels - 1);
            case 3 -> "(" + any(NUMBERS) + any(" = ", " += ", " -= ", " |= ", " <<= ") + random.nextInt(9) + ")";
            default -> binary(levels);
        };
    }

    /** Divisors are not zero, and shifts stay within a number. */
    private String binary(int levels) {
        String operator = any(OPERATORS);
        String left = arithmetic(levels - 1) + " " + operator + " ";
        return switch (operator) {
            case "/", "%" -> left + (1 + random.nextInt(9));
            case "<<", ">>" -> "(" + left + random.nextInt(9) + ")";
            default -> left + arithmetic(levels - 1);
        };
    }
}

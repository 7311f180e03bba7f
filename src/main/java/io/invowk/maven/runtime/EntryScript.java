// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.engine.BakedImage;
import io.invowk.maven.invkfile.Argument;
import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.plan.VariableNames;
import java.util.List;

/**
 * The entry point of an image that holds a command: a script for any POSIX shell that gives the command the environment, the
 * words and the directory that a run gives it. It checks how many words there are, but neither types nor patterns.
 */
final class EntryScript {
    /** Variables of the script itself begin so; the command does not see them. */
    private static final String OWN = "invowk__";

    private final StringBuilder text = new StringBuilder();
    private final ExecutionPlan plan;
    private final List<Argument> arguments;

    private EntryScript(ExecutionPlan plan, List<Argument> arguments) {
        this.plan = plan;
        this.arguments = arguments;
    }

    /**
     * The text of the script.
     *
     * @param words program and what stands before the command's words
     */
    static String of(ExecutionPlan plan, List<Argument> arguments, List<String> words) {
        EntryScript script = new EntryScript(plan, arguments);
        script.line("#!/bin/sh");
        // bash, as sh, ends at a name that is read-only in it (UID); not so outside its POSIX mode
        script.line("if (set +o posix) 2>/dev/null; then set +o posix; fi");
        script.line(". " + BakedImage.ENVIRONMENT + " 2>/dev/null");
        script.defaultWords();
        script.checkNumber();
        script.exportWords();
        script.exportArguments();
        script.line("if [ ! -d \"${HOME-}\" ] || [ ! -w \"${HOME}\" ]; then export HOME=/tmp; fi");
        script.line(
                "cd -- " + ShellWord.quoted(WorkspacePath.of(plan.baseDirectory(), plan.workdir())) + " || exit 70");
        if (plan.interpreter().isEmpty()) {
            script.line("[ \"$#\" -eq 0 ] || set -- invowk \"$@\"");
        }
        script.line(
                "exec " + String.join(" ", words.stream().map(ShellWord::quoted).toList()) + " \"$@\"");
        return script.text.toString();
    }

    private void defaultWords() {
        if (!plan.words().isEmpty()) {
            line("[ \"$#\" -gt 0 ] || set -- "
                    + String.join(
                            " ", plan.words().stream().map(ShellWord::quoted).toList()));
        }
    }

    private void checkNumber() {
        long required = arguments.stream().filter(Argument::required).count();
        if (required > 0) {
            check("-lt " + required, "needs at least " + required);
        }
        if (!arguments.isEmpty() && !isLastVariadic()) {
            check("-gt " + arguments.size(), "takes at most " + arguments.size());
        }
    }

    private void check(String test, String rule) {
        String message = "command \"" + plan.command() + "\" " + rule + " arguments:"
                + String.join(
                        "",
                        arguments.stream()
                                .map(argument -> " " + argument.name())
                                .toList());
        line("if [ \"$#\" " + test + " ]; then printf '%s\\n' " + ShellWord.quoted(message) + " >&2; exit 64; fi");
    }

    private boolean isLastVariadic() {
        return !arguments.isEmpty() && arguments.get(arguments.size() - 1).variadic();
    }

    /** Every word by its number; the words of a variadic argument by theirs, too. */
    private void exportWords() {
        String number = OWN + "number";
        String word = OWN + "word";
        String all = OWN + "all";
        line("export " + VariableNames.WORD_COUNT + "=\"$#\"");
        line(number + "=0 " + all + "=");
        line("for " + word + " do");
        line("  " + number + "=$((" + number + " + 1))");
        line("  export \"" + VariableNames.WORD + "${" + number + "}=${" + word + "}\"");
        if (isLastVariadic()) {
            int first = arguments.size();
            String name = VariableNames.argument(arguments.get(first - 1).name());
            line("  if [ \"${" + number + "}\" -ge " + first + " ]; then");
            line("    export \"" + name + "_$((" + number + " - " + (first - 1) + "))=${" + word + "}\"");
            line("    [ \"${" + number + "}\" -eq " + first + " ] || " + all + "=\"${" + all + "} \"");
            line("    " + all + "=${" + all + "}${" + word + "}");
            line("  fi");
        }
        line("done");
        if (isLastVariadic()) {
            int before = arguments.size() - 1;
            String name = VariableNames.argument(arguments.get(before).name());
            line("export " + name + "=\"${" + all + "}\"");
            line("if [ \"$#\" -gt " + before + " ]; then export " + name + "_COUNT=\"$(($# - " + before
                    + "))\"; else export " + name + "_COUNT=0; fi");
        }
        line("unset " + number + " " + word + " " + all);
    }

    private void exportArguments() {
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            if (argument.variadic()) {
                continue;
            }
            int number = i + 1;
            String name = VariableNames.argument(argument.name());
            String given = "if [ \"$#\" -ge " + number + " ]; then export " + name + "=\"${" + number + "}\"";
            line(given
                    + argument.defaultValue()
                            .map(value -> "; else export " + name + "=" + ShellWord.quoted(value))
                            .orElse("")
                    + "; fi");
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}

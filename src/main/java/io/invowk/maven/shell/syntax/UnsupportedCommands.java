// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;
import io.invowk.maven.diagnostic.UserException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The utilities in a text that other shells have and this one cannot have. A text may define a function or an alias of such a
 * name, or ask whether there is such a utility before it is called; then it is not refused.
 */
final class UnsupportedCommands {
    private static final String NO_JOB_CONTROL = "there is no job control; use \"wait\" and \"kill\"";
    private static final String NO_TERMINAL = "a script has no command line that is edited; leave it out";
    private static final String NO_LIMITS = "the shell is no process of its own; set limits in \"sh -c\" or outside";
    private static final String NO_DISOWN = "nothing is left running; use a program that puts itself in the background";

    private static final Map<String, String> CURES = Map.ofEntries(
            Map.entry("bg", NO_JOB_CONTROL),
            Map.entry("fg", NO_JOB_CONTROL),
            Map.entry("suspend", NO_JOB_CONTROL),
            Map.entry("disown", NO_DISOWN),
            Map.entry("ulimit", NO_LIMITS),
            Map.entry("bind", NO_TERMINAL),
            Map.entry("compgen", NO_TERMINAL),
            Map.entry("complete", NO_TERMINAL),
            Map.entry("compopt", NO_TERMINAL),
            Map.entry("fc", NO_TERMINAL),
            Map.entry("history", NO_TERMINAL));

    /** Utilities that ask about others. */
    private static final Set<String> QUESTIONS = Set.of("alias", "command", "hash", "type");

    private record Call(String name, Span span) {}

    private final List<Call> calls = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    /** Notes a function. */
    void define(String name) {
        known.add(name);
    }

    /** Notes a simple command. */
    void note(List<Command.Argument> words) {
        int at = words.size() > 1 && "command".equals(words.get(0).word().fixed()) ? 1 : 0;
        String name = words.isEmpty() ? null : words.get(at).word().fixed();
        if (name == null) {
            return;
        }
        if (CURES.containsKey(name)) {
            calls.add(new Call(name, words.get(at).word().span()));
        } else if (QUESTIONS.contains(words.get(0).word().fixed())) {
            for (Command.Argument argument : words) {
                String text = argument.word().fixed();
                if (text != null) {
                    int equals = text.indexOf('=');
                    known.add(equals < 0 ? text : text.substring(0, equals));
                }
            }
        }
    }

    /** Refuses the text if it calls one of them. */
    void check(SourceText source) {
        for (Call call : calls) {
            if (!known.contains(call.name())) {
                throw new UserException(
                        Diagnostic.at(new Place(source, call.span()), "\"" + call.name() + "\" is not supported")
                                .help(String.valueOf(CURES.get(call.name()))));
            }
        }
    }
}

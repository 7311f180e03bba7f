// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.expand.Quoting;
import io.invowk.maven.shell.syntax.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Utilities about what a name means: {@code command type hash alias unalias}. */
final class LookupBuiltins {
    private static final Set<String> KEYWORDS = Set.of(
            "!",
            "{",
            "}",
            "case",
            "do",
            "done",
            "elif",
            "else",
            "esac",
            "fi",
            "for",
            "if",
            "in",
            "then",
            "until",
            "while",
            "function",
            "select",
            "time",
            "[[",
            "]]");

    private LookupBuiltins() {}

    static void addTo(Map<String, Builtin> byName) {
        byName.put("command", LookupBuiltins::command);
        byName.put("type", LookupBuiltins::type);
        byName.put("hash", LookupBuiltins::hash);
        byName.put("alias", LookupBuiltins::alias);
        byName.put("unalias", LookupBuiltins::unalias);
    }

    private static int command(Invocation call) throws IOException {
        OptionReader options = new OptionReader(call.arguments(), "pvV");
        char show = '\0';
        boolean standard = false;
        for (char option = options.next(); option != '\0'; option = options.next()) {
            if (option == 'p') {
                standard = true;
            } else {
                show = option;
            }
        }
        List<String> rest = options.rest();
        if (rest.isEmpty()) {
            return 0;
        }
        if (show == '\0') {
            return run(call, options.taken(), standard);
        }
        int status = 1;
        for (String name : rest) {
            boolean found = show == 'v' ? show(call, name) : describe(call, name);
            status = found ? 0 : status;
            if (!found && show == 'V') {
                call.fail(1, name + ": not found");
            }
        }
        return status;
    }

    private static int run(Invocation call, int from, boolean standard) {
        List<Operand> operands = call.operands().subList(from, call.operands().size());
        SimpleCommands commands = call.shell().simpleCommands();
        String name = operands.get(0).text();
        boolean isProgram = Builtins.ALL.find(name) == null;
        Optional<Path> found = standard && isProgram ? commands.programs().findStandard(name) : Optional.empty();
        if (found.isPresent()) {
            List<String> arguments =
                    call.arguments().subList(from + 1, call.arguments().size());
            return commands.programs().run(found.get().toString(), arguments);
        }
        return commands.runWithoutFunctions(operands, true);
    }

    private static boolean show(Invocation call, String name) throws IOException {
        Environment environment = call.environment();
        String alias = environment.aliases.get(name);
        if (alias != null) {
            call.printLine("alias " + name + "=" + Quoting.quote(alias));
            return true;
        }
        if (KEYWORDS.contains(name) || environment.functions.containsKey(name) || Builtins.ALL.find(name) != null) {
            call.printLine(name);
            return true;
        }
        Optional<Path> program = program(call, name);
        if (program.isPresent()) {
            call.printLine(program.get().toString());
            return true;
        }
        if (call.environment().session.utility(name).isPresent()) {
            call.printLine(name);
            return true;
        }
        return false;
    }

    private static Optional<Path> program(Invocation call, String name) {
        return call.shell()
                .simpleCommands()
                .programs()
                .find(name)
                .filter(call.shell().files()::isExecutable);
    }

    private static boolean describe(Invocation call, String name) throws IOException {
        Environment environment = call.environment();
        String alias = environment.aliases.get(name);
        Command.Function function = environment.functions.get(name);
        if (alias != null) {
            call.printLine(name + " is aliased to `" + alias + "'");
        } else if (KEYWORDS.contains(name)) {
            call.printLine(name + " is a shell keyword");
        } else if (function != null) {
            call.printLine(name + " is a function\n" + function.text());
        } else if (Builtins.ALL.find(name) != null) {
            call.printLine(name + " is a shell builtin");
        } else {
            Optional<Path> program = program(call, name);
            if (program.isEmpty()) {
                return false;
            }
            call.printLine(name + " is " + program.get());
        }
        return true;
    }

    private static int type(Invocation call) throws IOException {
        OptionReader options = new OptionReader(call.arguments(), "afptP");
        boolean kind = false;
        boolean path = false;
        for (char option = options.next(); option != '\0'; option = options.next()) {
            kind |= option == 't';
            path |= option == 'p' || option == 'P';
        }
        int status = 0;
        for (String name : options.rest()) {
            boolean found = kind ? kind(call, name) : path ? path(call, name) : describe(call, name);
            if (!found) {
                status = 1;
                if (!kind && !path) {
                    call.fail(1, name + ": not found");
                }
            }
        }
        return status;
    }

    private static boolean kind(Invocation call, String name) throws IOException {
        Environment environment = call.environment();
        String kind = environment.aliases.containsKey(name)
                ? "alias"
                : KEYWORDS.contains(name)
                        ? "keyword"
                        : environment.functions.containsKey(name)
                                ? "function"
                                : Builtins.ALL.find(name) != null ? "builtin" : "";
        if (kind.isEmpty() && program(call, name).isPresent()) {
            kind = "file";
        }
        if (!kind.isEmpty()) {
            call.printLine(kind);
        }
        return !kind.isEmpty();
    }

    private static boolean path(Invocation call, String name) throws IOException {
        boolean inside = call.environment().functions.containsKey(name) || Builtins.ALL.find(name) != null;
        Optional<Path> program = program(call, name);
        if (!inside && program.isPresent()) {
            call.printLine(program.get().toString());
        }
        return inside || program.isPresent();
    }

    private static int hash(Invocation call) throws IOException {
        OptionReader options = new OptionReader(call.arguments(), "r");
        Map<String, Path> remembered = call.environment().remembered;
        boolean forget = false;
        for (char option = options.next(); option != '\0'; option = options.next()) {
            forget = true;
        }
        if (forget) {
            remembered.clear();
        }
        if (options.rest().isEmpty() && !forget) {
            for (Path path : new TreeMap<>(remembered).values()) {
                call.printLine(path.toString());
            }
        }
        int status = 0;
        for (String name : options.rest()) {
            boolean known =
                    Builtins.ALL.find(name) != null || program(call, name).isPresent();
            status = known ? status : call.fail(1, name + ": not found");
        }
        return status;
    }

    private static int alias(Invocation call) throws IOException {
        Map<String, String> aliases = call.environment().aliases;
        List<String> arguments = call.arguments();
        if (arguments.isEmpty() || (arguments.size() == 1 && arguments.get(0).equals("-p"))) {
            for (Map.Entry<String, String> entry : new TreeMap<>(aliases).entrySet()) {
                call.printLine("alias " + entry.getKey() + "=" + Quoting.quote(entry.getValue()));
            }
            return 0;
        }
        int status = 0;
        for (String argument : arguments) {
            int equals = argument.indexOf('=', 1);
            if (equals > 0) {
                aliases.put(argument.substring(0, equals), argument.substring(equals + 1));
                call.environment().aliasVersion++;
            } else if (aliases.containsKey(argument)) {
                call.printLine("alias " + argument + "=" + Quoting.quote(String.valueOf(aliases.get(argument))));
            } else {
                status = call.fail(1, argument + ": not found");
            }
        }
        return status;
    }

    private static int unalias(Invocation call) {
        OptionReader options = new OptionReader(call.arguments(), "a");
        Map<String, String> aliases = call.environment().aliases;
        if (options.next() == 'a') {
            aliases.clear();
        }
        int status = 0;
        for (String name : options.rest()) {
            status = aliases.remove(name) == null ? call.fail(1, name + ": not found") : status;
        }
        call.environment().aliasVersion++;
        return status;
    }
}

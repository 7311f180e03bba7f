// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.expand.Declaration;
import io.invowk.maven.shell.expand.Quoting;
import io.invowk.maven.shell.expand.SubscriptText;
import io.invowk.maven.shell.state.Attribute;
import io.invowk.maven.shell.state.Variable;
import io.invowk.maven.shell.state.Variables;
import io.invowk.maven.shell.syntax.Assignment;
import io.invowk.maven.shell.syntax.Command;
import io.invowk.maven.shell.syntax.Names;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code declare}, {@code typeset}, {@code local}, {@code export} and {@code readonly}. */
final class DeclarationBuiltin implements Builtin {
    @Override
    public int run(Invocation call) throws IOException {
        return new Request(call).run();
    }

    /** One call. */
    private static final class Request {
        /** The options of those that do not have all. */
        private static final Map<String, String> KNOWN = Map.of("export", "fnp", "readonly", "aAfp");

        private final Invocation call;
        private final Environment environment;
        private final Variables variables;
        private final Set<Attribute> on = EnumSet.noneOf(Attribute.class);
        private final Set<Attribute> off = EnumSet.noneOf(Attribute.class);
        private boolean print;
        private boolean functions;
        private boolean functionNames;
        private boolean global;
        private int first;

        Request(Invocation call) {
            this.call = call;
            this.environment = call.environment();
            this.variables = environment.variables;
        }

        int run() throws IOException {
            String name = call.name();
            if (name.equals("local") && environment.calls.isEmpty()) {
                return call.fail(1, "can only be used in a function");
            }
            readOptions();
            if (name.equals("export")) {
                (off.remove(Attribute.REFERENCE) ? off : on).add(Attribute.EXPORTED);
            } else if (name.equals("readonly")) {
                on.add(Attribute.READ_ONLY);
            }
            global |= name.equals("export") || name.equals("readonly") || environment.calls.isEmpty();
            List<Operand> operands =
                    call.operands().subList(first, call.operands().size());
            if (functions || functionNames) {
                return functions(operands);
            }
            if (print || operands.isEmpty()) {
                return show(operands);
            }
            int status = 0;
            for (Operand operand : operands) {
                status = Math.max(status, declare(operand));
            }
            return status;
        }

        private void readOptions() {
            List<String> arguments = call.arguments();
            while (first < arguments.size()) {
                String text = arguments.get(first);
                boolean isOption = text.length() > 1
                        && (text.charAt(0) == '-' || text.charAt(0) == '+')
                        && call.operands().get(first).assignment() == null;
                if (!isOption) {
                    return;
                }
                first++;
                if (text.equals("--")) {
                    return;
                }
                text.chars().skip(1).forEach(letter -> readOption((char) letter, text.charAt(0) == '-'));
            }
        }

        private void readOption(char letter, boolean give) {
            if (KNOWN.getOrDefault(call.name(), String.valueOf(letter)).indexOf(letter) < 0) {
                throw new UsageException("-" + letter + ": invalid option");
            }
            switch (letter) {
                case 'p' -> print = true;
                case 'f' -> functions = true;
                case 'F' -> functionNames = true;
                case 'g' -> global = true;
                case 'n' -> {
                    if (call.name().equals("export")) {
                        off.add(Attribute.REFERENCE);
                    } else {
                        (give ? on : off).add(Attribute.REFERENCE);
                    }
                }
                default -> {
                    Attribute attribute = attribute(letter);
                    (give ? on : off).add(attribute);
                }
            }
        }

        private Attribute attribute(char letter) {
            for (Attribute attribute : Attribute.values()) {
                if (attribute.letter() == letter) {
                    return attribute;
                }
            }
            throw new UsageException("-" + letter + ": invalid option");
        }

        private int functions(List<Operand> operands) throws IOException {
            List<String> names = new ArrayList<>();
            if (operands.isEmpty()) {
                names.addAll(new TreeMap<>(environment.functions).keySet());
            } else {
                operands.forEach(operand -> names.add(operand.text()));
            }
            int status = 0;
            for (String name : names) {
                Command.Function function = environment.functions.get(name);
                if (function == null) {
                    status = 1;
                } else if (functionNames) {
                    call.printLine((operands.isEmpty() ? "declare -f " : "") + name);
                } else if (!call.name().equals("export")) {
                    call.printLine(function.text());
                }
            }
            return status;
        }

        private int show(List<Operand> operands) throws IOException {
            if (operands.isEmpty()) {
                for (Map.Entry<String, Variable> entry : variables.all().entrySet()) {
                    if (on.stream().allMatch(entry.getValue()::is)) {
                        call.printLine(shown(entry.getKey(), entry.getValue()));
                    }
                }
                return 0;
            }
            int status = 0;
            for (Operand operand : operands) {
                Variable variable = variables.findDirectly(operand.text());
                if (variable == null) {
                    variable = variables.find(operand.text());
                }
                if (variable == null) {
                    status = call.fail(1, operand.text() + ": not found");
                } else {
                    call.printLine(shown(operand.text(), variable));
                }
            }
            return status;
        }

        private String shown(String name, Variable variable) {
            boolean posix = call.name().equals("export") || call.name().equals("readonly");
            if (posix && !variable.isArray()) {
                String value = variable.value();
                return call.name() + " " + name + (value == null ? "" : "=" + Quoting.doubleQuote(value));
            }
            if (!print && !posix) {
                return name + "=" + Quoting.quoteIfNeeded(String.valueOf(variable.value()));
            }
            return Declaration.of(name, variable);
        }

        private int declare(Operand operand) {
            Assignment assignment = operand.assignment();
            if (assignment != null) {
                set(assignment.name(), variable -> call.shell().assignments().assign(variable, assignment), true);
                return 0;
            }
            String text = operand.text();
            int equals = text.indexOf('=');
            boolean append = equals > 0 && text.charAt(equals - 1) == '+';
            String target = equals < 0 ? text : text.substring(0, append ? equals - 1 : equals);
            int bracket = target.indexOf('[');
            String name = bracket > 0 && target.endsWith("]") ? target.substring(0, bracket) : target;
            if (!Names.isName(name)) {
                return call.fail(1, text + ": not a valid identifier");
            }
            if (equals < 0) {
                set(name, variable -> {}, false);
            } else {
                String value = text.substring(equals + 1);
                String subscript = bracket > 0 ? target.substring(bracket + 1, target.length() - 1) : "";
                set(name, variable -> store(variable, name, subscript, value, append), true);
            }
            return 0;
        }

        private void store(Variable variable, String name, String subscript, String value, boolean append) {
            if (!subscript.isEmpty()) {
                call.shell().expander().setElement(variable, SubscriptText.parse(subscript), name, value);
                return;
            }
            String old = append ? variable.value() : null;
            boolean number = variable.is(Attribute.INTEGER);
            String all = old == null || number ? value : old + value;
            variable.setValue(number ? Long.toString(call.shell().expander().arithmetic(all)) : all);
        }

        /** Finds or makes the variable, and changes it; a new local one is filled before it hides another. */
        private void set(String name, java.util.function.Consumer<Variable> change, boolean assigns) {
            String target = on.contains(Attribute.REFERENCE) || off.contains(Attribute.REFERENCE)
                    ? name
                    : variables.target(name);
            if (global) {
                boolean outer = call.name().equals("declare") || call.name().equals("typeset");
                Variable variable = outer ? variables.getGlobal(target) : variables.getDirectly(target);
                change(target, variable, change, assigns);
            } else if (variables.isLocal(name)) {
                change(name, variables.getDirectly(name), change, assigns);
            } else {
                Variable variable = new Variable();
                change(name, variable, change, assigns);
                variables.declareLocal(name, variable);
            }
        }

        private void change(
                String name, Variable variable, java.util.function.Consumer<Variable> change, boolean assigns) {
            if (assigns) {
                variables.checkWritable(name, variable);
            }
            off.forEach(attribute -> variable.set(attribute, false));
            on.stream()
                    .filter(attribute -> attribute != Attribute.READ_ONLY && attribute != Attribute.REFERENCE)
                    .forEach(attribute -> variable.set(attribute, true));
            change.accept(variable);
            on.forEach(attribute -> variable.set(attribute, true));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options and operands of a call: POSIX XBD 12.2, and long options as GNU has them. Options may stand behind operands.
 *
 * <p>Known options are a text, one word an option: its names separated by commas, of one letter or long, the first one is what
 * the option is called; {@code =} at the end if it has a value, {@code ?} if it may have one (a long one only behind an equals sign).
 */
final class Options {
    private record Known(String key, boolean value, boolean optional) {}

    /** An option that was given; its value is empty if it has none. */
    record Given(String key, String value) {}

    private final UtilityCall call;
    private final int usageStatus;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private final List<Given> given = new ArrayList<>();
    private final List<Given> sequence = new ArrayList<>();
    private final List<String> operands = new ArrayList<>();

    private Options(UtilityCall call, String options, int usageStatus) {
        this.call = call;
        this.usageStatus = usageStatus;
        for (String word : options.split(" ", -1)) {
            boolean value = word.endsWith("=");
            boolean optional = word.endsWith("?");
            String[] names = (value || optional ? word.substring(0, word.length() - 1) : word).split(",", -1);
            for (String name : names) {
                known.put(name, new Known(names[0], value, optional));
            }
        }
    }

    /** Reads the options of a call; a wrong one ends it with status 1. */
    static Options of(UtilityCall call, String known) {
        return of(call, call.arguments(), known, 1);
    }

    static Options of(UtilityCall call, List<String> arguments, String known, int usageStatus) {
        Options options = new Options(call, known, usageStatus);
        options.read(arguments);
        return options;
    }

    private void read(List<String> arguments) {
        int at = 0;
        while (at < arguments.size()) {
            String argument = arguments.get(at++);
            if (argument.equals("--")) {
                arguments.subList(at, arguments.size()).forEach(this::addOperand);
                return;
            }
            if (argument.startsWith("--")) {
                at = readLong(argument, arguments, at);
            } else if (argument.length() > 1 && argument.charAt(0) == '-') {
                at = readLetters(argument, arguments, at);
            } else {
                addOperand(argument);
            }
        }
    }

    private void addOperand(String operand) {
        operands.add(operand);
        sequence.add(new Given("", operand));
    }

    private void add(Given option) {
        given.add(option);
        sequence.add(option);
    }

    private int readLong(String argument, List<String> arguments, int next) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
        Known option = longOption(name);
        if (!option.value && !option.optional && equals >= 0) {
            throw usage("option '--" + name + "' doesn't allow an argument");
        }
        if (option.value && equals < 0) {
            if (next >= arguments.size()) {
                throw usage("option '--" + name + "' requires an argument");
            }
            add(new Given(option.key, arguments.get(next)));
            return next + 1;
        }
        add(new Given(option.key, equals < 0 ? "" : argument.substring(equals + 1)));
        return next;
    }

    private Known longOption(String name) {
        Known exact = name.length() > 1 ? known.get(name) : null;
        if (exact != null) {
            return exact;
        }
        List<Known> fitting = known.entrySet().stream()
                .filter(entry -> entry.getKey().length() > 1 && entry.getKey().startsWith(name))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        if (fitting.size() > 1) {
            throw usage("option '--" + name + "' is ambiguous");
        }
        if (fitting.isEmpty()) {
            throw usage("unrecognized option '--" + name + "'");
        }
        return fitting.get(0);
    }

    private int readLetters(String argument, List<String> arguments, int next) {
        for (int i = 1; i < argument.length(); i++) {
            String letter = argument.substring(i, i + 1);
            Known option = known.get(letter);
            if (option == null) {
                throw usage("invalid option -- '" + letter + "'");
            }
            String rest = argument.substring(i + 1);
            if (option.value && rest.isEmpty()) {
                if (next >= arguments.size()) {
                    throw usage("option requires an argument -- '" + letter + "'");
                }
                add(new Given(option.key, arguments.get(next)));
                return next + 1;
            }
            if (option.value || option.optional) {
                add(new Given(option.key, rest));
                return next;
            }
            add(new Given(option.key, ""));
        }
        return next;
    }

    /** The exception for a call that is wrong. */
    UtilityException usage(String message) {
        return new UtilityException(usageStatus, message);
    }

    boolean has(String key) {
        return given.stream().anyMatch(option -> option.key.equals(key));
    }

    /** The value that came last. */
    Optional<String> value(String key) {
        return given.stream()
                .filter(option -> option.key.equals(key))
                .map(Given::value)
                .reduce((first, second) -> second);
    }

    /** Which of some options came last; empty if none did. */
    String last(String... keys) {
        List<String> wanted = List.of(keys);
        return given.stream().map(Given::key).filter(wanted::contains).reduce("", (first, second) -> second);
    }

    /** All that were given, in their order. */
    List<Given> given() {
        return given;
    }

    /** Options and operands as they came; an operand is the value of an option without a name. */
    List<Given> sequence() {
        return sequence;
    }

    List<String> operands() {
        return operands;
    }

    /** The operands; standard input if there are none. */
    List<String> files() {
        return operands.isEmpty() ? List.of("-") : operands;
    }

    /** Refuses a call with fewer operands. */
    void requireOperands(int count) {
        requireOperands(count, "missing operand");
    }

    /** The same, with other words where there is none. */
    void requireOperands(int count, String message) {
        if (operands.isEmpty() && count > 0) {
            throw usage(message);
        }
        if (operands.size() < count) {
            throw usage("missing operand after '" + operands.get(operands.size() - 1) + "'");
        }
    }

    /** Refuses a call with more operands. */
    void allowOperands(int count) {
        if (operands.size() > count) {
            throw usage("extra operand '" + operands.get(count) + "'");
        }
    }

    /** The same, in other words. */
    void allowOperands(int count, String message) {
        if (operands.size() > count) {
            throw usage(message);
        }
    }

    UtilityCall call() {
        return call;
    }
}

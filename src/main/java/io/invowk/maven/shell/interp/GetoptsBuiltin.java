// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.util.List;
import java.util.Objects;

/** {@code getopts}: POSIX XCU getopts. */
final class GetoptsBuiltin implements Builtin {
    @Override
    public int run(Invocation call) {
        if (call.arguments().size() < 2) {
            throw new UsageException("usage: getopts optstring name [arg ...]");
        }
        return new Request(call).run();
    }

    /** One call. */
    private static final class Request {
        private final Invocation call;
        private final Environment environment;
        private final boolean silent;
        private final String known;
        private final String name;
        private final List<String> words;

        Request(Invocation call) {
            this.call = call;
            this.environment = call.environment();
            String options = call.arguments().get(0);
            this.silent = options.startsWith(":");
            this.known = silent ? options.substring(1) : options;
            this.name = call.arguments().get(1);
            call.checkName(name);
            int count = call.arguments().size();
            this.words = count > 2 ? call.arguments().subList(2, count) : environment.positionals;
        }

        int run() {
            String text = Objects.requireNonNullElse(environment.variables.value("OPTIND"), "1");
            int index =
                    (int) Math.max(1, WholeNumber.upTo(Integer.MAX_VALUE, text).orElse(1));
            if (!text.equals(environment.optionIndex)) {
                environment.optionOffset = 0;
            }
            if (index > words.size()) {
                return end(Math.min(index, words.size() + 1));
            }
            String word = words.get(index - 1);
            if (environment.optionOffset >= word.length()) {
                // The words have changed since the last call.
                environment.optionOffset = 0;
            }
            if (environment.optionOffset == 0) {
                if (word.length() < 2 || word.charAt(0) != '-') {
                    return end(index);
                }
                if (word.equals("--")) {
                    return end(index + 1);
                }
                environment.optionOffset = 1;
            }
            char option = word.charAt(environment.optionOffset++);
            return option(option, word, index);
        }

        private int option(char option, String word, int index) {
            int at = option == ':' ? -1 : known.indexOf(option);
            boolean last = environment.optionOffset >= word.length();
            boolean takesValue = at >= 0 && at + 1 < known.length() && known.charAt(at + 1) == ':';
            if (!takesValue) {
                setIndex(last ? index + 1 : index, last);
                if (at < 0) {
                    return problem(option, "?", "illegal option");
                }
                environment.variables.unset("OPTARG");
                return found(String.valueOf(option));
            }
            if (!last) {
                assign("OPTARG", word.substring(environment.optionOffset));
                setIndex(index + 1, true);
                return found(String.valueOf(option));
            }
            if (index >= words.size()) {
                setIndex(index + 1, true);
                return problem(option, ":", "option requires an argument");
            }
            assign("OPTARG", words.get(index));
            setIndex(index + 2, true);
            return found(String.valueOf(option));
        }

        private int problem(char option, String silentResult, String message) {
            if (silent) {
                assign("OPTARG", String.valueOf(option));
                return found(silentResult);
            }
            environment.variables.unset("OPTARG");
            call.shell().error(message + " -- " + option);
            return found("?");
        }

        private int found(String result) {
            assign(name, result);
            return 0;
        }

        private int end(int index) {
            setIndex(index, true);
            environment.variables.unset("OPTARG");
            assign(name, "?");
            return 1;
        }

        private void setIndex(int index, boolean atStart) {
            if (atStart) {
                environment.optionOffset = 0;
            }
            environment.optionIndex = Integer.toString(index);
            assign("OPTIND", environment.optionIndex);
        }

        private void assign(String variable, String value) {
            call.shell().expander().assign(variable, value);
        }
    }
}

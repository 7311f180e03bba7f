// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.util.List;
import java.util.Set;

/** {@code test} and {@code [}: POSIX XCU test. */
final class TestBuiltin implements Builtin {
    private static final Set<String> BINARY = Set.of(
            "=", "==", "!=", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef", "-a", "-o");

    @Override
    public int run(Invocation call) {
        List<String> arguments = call.arguments();
        if (call.name().equals("[")) {
            int last = arguments.size() - 1;
            if (last < 0 || !arguments.get(last).equals("]")) {
                throw new UsageException("missing \"]\"");
            }
            arguments = arguments.subList(0, last);
        }
        return new Evaluation(new Tests(call.shell()), arguments).result() ? 0 : 1;
    }

    /** One expression. */
    private static final class Evaluation {
        private final Tests tests;
        private final List<String> words;
        private int at;

        Evaluation(Tests tests, List<String> words) {
            this.tests = tests;
            this.words = words;
        }

        /** Few words mean what their number says; more are read as an expression. */
        boolean result() {
            return switch (words.size()) {
                case 0 -> false;
                case 1 -> !words.get(0).isEmpty();
                case 2 -> ofTwo(0);
                case 3 -> ofThree(0);
                case 4 -> ofFour();
                default -> expression();
            };
        }

        private boolean ofTwo(int start) {
            String first = words.get(start);
            String second = words.get(start + 1);
            if (first.equals("!")) {
                return second.isEmpty();
            }
            if (!Tests.isUnary(first)) {
                throw new UsageException(first + ": unary operator expected");
            }
            return tests.unary(first.charAt(1), second);
        }

        private boolean ofThree(int start) {
            String operator = words.get(start + 1);
            if (BINARY.contains(operator)) {
                return binary(words.get(start), operator, words.get(start + 2));
            }
            if (words.get(start).equals("!")) {
                return !ofTwo(start + 1);
            }
            if (words.get(start).equals("(") && words.get(start + 2).equals(")")) {
                return !operator.isEmpty();
            }
            throw new UsageException(operator + ": binary operator expected");
        }

        private boolean ofFour() {
            if (words.get(0).equals("!")) {
                return !ofThree(1);
            }
            if (words.get(0).equals("(") && words.get(3).equals(")")) {
                return ofTwo(1);
            }
            return expression();
        }

        private boolean binary(String left, String operator, String right) {
            if (Tests.isNumeric(operator)) {
                return Tests.compareNumbers(operator, number(left), number(right));
            }
            if (Tests.isOfFiles(operator)) {
                return tests.compareFiles(operator, left, right);
            }
            return switch (operator) {
                case "=", "==" -> left.equals(right);
                case "!=" -> !left.equals(right);
                case "<" -> left.compareTo(right) < 0;
                case ">" -> left.compareTo(right) > 0;
                case "-a" -> !left.isEmpty() && !right.isEmpty();
                default -> !left.isEmpty() || !right.isEmpty();
            };
        }

        private static long number(String text) {
            return WholeNumber.signed(text)
                    .orElseThrow(() -> new UsageException(text + ": integer expression expected"));
        }

        private boolean expression() {
            boolean value = or();
            if (at < words.size()) {
                throw new UsageException(words.get(at) + ": unexpected argument");
            }
            return value;
        }

        private boolean or() {
            boolean value = and();
            while (accept("-o")) {
                value |= and();
            }
            return value;
        }

        private boolean and() {
            boolean value = not();
            while (accept("-a")) {
                value &= not();
            }
            return value;
        }

        private boolean accept(String word) {
            boolean found = at < words.size() && words.get(at).equals(word);
            at += found ? 1 : 0;
            return found;
        }

        private boolean not() {
            boolean negated = false;
            while (at + 1 < words.size() && words.get(at).equals("!") && !isBinaryAt(at + 1)) {
                at++;
                negated = !negated;
            }
            return primary() != negated;
        }

        private boolean isBinaryAt(int index) {
            return index + 1 < words.size() && BINARY.contains(words.get(index));
        }

        private boolean primary() {
            if (at >= words.size()) {
                throw new UsageException("argument expected");
            }
            boolean joined = isBinaryAt(at + 1)
                    && !words.get(at + 1).equals("-a")
                    && !words.get(at + 1).equals("-o");
            if (joined) {
                at += 3;
                return binary(words.get(at - 3), words.get(at - 2), words.get(at - 1));
            }
            if (accept("(")) {
                boolean value = or();
                if (!accept(")")) {
                    throw new UsageException("missing \")\"");
                }
                return value;
            }
            if (Tests.isUnary(words.get(at)) && at + 1 < words.size()) {
                at += 2;
                return tests.unary(words.get(at - 2).charAt(1), words.get(at - 1));
            }
            return !words.get(at++).isEmpty();
        }
    }
}

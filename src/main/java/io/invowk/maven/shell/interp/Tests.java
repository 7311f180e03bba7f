// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.expand.SubscriptText;
import io.invowk.maven.shell.port.FileAccess;
import io.invowk.maven.shell.port.FileFacts;
import io.invowk.maven.shell.state.Attribute;
import io.invowk.maven.shell.state.Option;
import io.invowk.maven.shell.state.Variable;
import io.invowk.maven.shell.syntax.Subscript;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** The primaries that {@code test} and {@code [[} share: POSIX XCU test. */
final class Tests {
    private final Interpreter shell;
    private final Environment environment;
    private final FileAccess files;

    Tests(Interpreter shell) {
        this.shell = shell;
        this.environment = shell.environment();
        this.files = shell.files();
    }

    private static final String UNARY = "abcdefghknoprstuvwxzGLNORS";

    static boolean isUnary(String operator) {
        return operator.length() == 2 && operator.charAt(0) == '-' && UNARY.indexOf(operator.charAt(1)) >= 0;
    }

    boolean unary(char operator, String operand) {
        return switch (operator) {
            case 'n' -> !operand.isEmpty();
            case 'z' -> operand.isEmpty();
            case 'o' ->
                Option.named(operand, true).filter(environment.options::has).isPresent();
            case 'v' -> isSet(operand);
            case 'R' -> isReference(operand);
            // No stream that a script gets is a terminal.
            case 't' -> false;
            default -> !operand.isEmpty() && ofFile(operator, operand);
        };
    }

    private boolean isReference(String name) {
        Variable variable = environment.variables.findDirectly(name);
        return variable != null && variable.is(Attribute.REFERENCE);
    }

    private boolean isSet(String name) {
        int bracket = name.indexOf('[');
        if (bracket > 0 && name.endsWith("]")) {
            Variable variable = environment.variables.find(name.substring(0, bracket));
            Subscript subscript = SubscriptText.parse(name.substring(bracket + 1, name.length() - 1));
            if (variable == null) {
                return false;
            }
            return subscript.isOne() ? shell.expander().isSet(variable, subscript) : variable.isSet();
        }
        return WholeNumber.upTo(environment.positionals.size(), name).isPresent()
                || environment.variables.value(name) != null;
    }

    private Optional<FileFacts> facts(String text) {
        return environment.path(text).flatMap(path -> files.facts(path, true));
    }

    private boolean ofFile(char operator, String operand) {
        if (operand.equals("/dev/null") && files.facts(Path.of(operand), true).isEmpty()) {
            return "aecrw".indexOf(operator) >= 0;
        }
        return switch (operator) {
            case 'a', 'e' -> facts(operand).isPresent();
            case 'r' -> environment.path(operand).filter(files::isReadable).isPresent();
            case 'w' -> environment.path(operand).filter(files::isWritable).isPresent();
            case 'x' -> environment.path(operand).filter(files::isExecutable).isPresent();
            case 'h', 'L' ->
                environment
                        .path(operand)
                        .flatMap(path -> files.facts(path, false))
                        .filter(facts -> facts.kind() == FileFacts.Kind.LINK)
                        .isPresent();
            default -> facts(operand).filter(condition(operator)).isPresent();
        };
    }

    private Predicate<FileFacts> condition(char operator) {
        return facts -> switch (operator) {
            case 'b' -> facts.kind() == FileFacts.Kind.BLOCK_DEVICE;
            case 'c' -> facts.kind() == FileFacts.Kind.CHARACTER_DEVICE;
            case 'd' -> facts.kind() == FileFacts.Kind.DIRECTORY;
            case 'f' -> facts.kind() == FileFacts.Kind.FILE;
            case 'p' -> facts.kind() == FileFacts.Kind.PIPE;
            case 'S' -> facts.kind() == FileFacts.Kind.SOCKET;
            case 's' -> facts.size() > 0;
            case 'g' -> (facts.mode() & 02000) != 0;
            case 'k' -> (facts.mode() & 01000) != 0;
            case 'u' -> (facts.mode() & 04000) != 0;
            case 'N' -> facts.modified().isAfter(facts.accessed());
            case 'O' -> files.userId().filter(id -> id == facts.user()).isPresent();
            case 'G' -> files.userId().filter(id -> id == facts.user()).isPresent();
            default -> false;
        };
    }

    /** {@code -nt -ot -ef}. */
    boolean compareFiles(String operator, String left, String right) {
        if (operator.equals("-ef")) {
            return environment
                    .path(left)
                    .filter(a -> environment
                            .path(right)
                            .filter(b -> files.isSame(a, b))
                            .isPresent())
                    .isPresent();
        }
        Optional<Instant> first = facts(left).map(FileFacts::modified);
        Optional<Instant> second = facts(right).map(FileFacts::modified);
        if (operator.equals("-nt")) {
            return first.isPresent() && (second.isEmpty() || first.get().isAfter(second.get()));
        }
        return second.isPresent() && (first.isEmpty() || first.get().isBefore(second.get()));
    }

    static boolean compareNumbers(String operator, long left, long right) {
        return switch (operator) {
            case "-eq" -> left == right;
            case "-ne" -> left != right;
            case "-lt" -> left < right;
            case "-le" -> left <= right;
            case "-gt" -> left > right;
            default -> left >= right;
        };
    }

    static boolean isNumeric(String operator) {
        return switch (operator) {
            case "-eq", "-ne", "-lt", "-le", "-gt", "-ge" -> true;
            default -> false;
        };
    }

    static boolean isOfFiles(String operator) {
        return operator.equals("-nt") || operator.equals("-ot") || operator.equals("-ef");
    }
}

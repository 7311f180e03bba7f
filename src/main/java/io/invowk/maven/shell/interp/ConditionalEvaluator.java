// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.regexp.InvalidRegexpException;
import io.invowk.maven.regexp.Match;
import io.invowk.maven.regexp.Regexp;
import io.invowk.maven.shell.expand.Expander;
import io.invowk.maven.shell.expand.ExpansionException;
import io.invowk.maven.shell.state.Attribute;
import io.invowk.maven.shell.state.Option;
import io.invowk.maven.shell.state.Variable;
import io.invowk.maven.shell.syntax.Conditional;
import io.invowk.maven.shell.syntax.Word;
import java.util.Optional;

/** Evaluates {@code [[ ]]}. */
final class ConditionalEvaluator implements Conditional.Visitor {
    private final Interpreter shell;
    private final Environment environment;
    private final Expander expander;
    private final Tests tests;

    ConditionalEvaluator(Interpreter shell) {
        this.shell = shell;
        this.environment = shell.environment();
        this.expander = shell.expander();
        this.tests = new Tests(shell);
    }

    /** The exit status of an expression. */
    int evaluate(Conditional expression) {
        try {
            return expression.accept(this) ? 0 : 1;
        } catch (UsageException e) {
            shell.error("[[: " + e.getMessage());
            return e.status();
        } catch (ExpansionException e) {
            if (!e.isArithmetic()) {
                throw e;
            }
            shell.error("[[: " + e.getMessage());
            return 1;
        }
    }

    @Override
    public boolean onText(Conditional.Text node) {
        return !expander.value(node.word()).isEmpty();
    }

    @Override
    public boolean onUnary(Conditional.Unary node) {
        return tests.unary(node.operator().charAt(1), expander.value(node.word()));
    }

    @Override
    public boolean onBinary(Conditional.Binary node) {
        String operator = node.operator();
        String left = expander.value(node.left());
        return switch (operator) {
            case "=", "==" -> matches(left, node.right());
            case "!=" -> !matches(left, node.right());
            case "=~" -> matchesRegex(left, node.right());
            default -> compare(operator, left, expander.value(node.right()));
        };
    }

    private boolean compare(String operator, String left, String right) {
        if (Tests.isNumeric(operator)) {
            return Tests.compareNumbers(operator, expander.arithmetic(left), expander.arithmetic(right));
        }
        if (Tests.isOfFiles(operator)) {
            return tests.compareFiles(operator, left, right);
        }
        return operator.equals("<") ? left.compareTo(right) < 0 : left.compareTo(right) > 0;
    }

    private boolean matches(String text, Word pattern) {
        return expander.pattern(pattern, true, environment.options.has(Option.NOCASEMATCH))
                .matches(text);
    }

    private boolean matchesRegex(String text, Word word) {
        Optional<Match> match;
        try {
            match =
                    Regexp.compilePosix(expander.regex(word), environment.options.has(Option.NOCASEMATCH))
                            .matches(text, 1)
                            .stream()
                            .findFirst();
        } catch (InvalidRegexpException e) {
            throw new UsageException("regular expression: " + e.getMessage());
        }
        Variable groups = environment.variables.getWritable("BASH_REMATCH");
        groups.set(Attribute.INDEXED, true);
        groups.clear();
        match.ifPresent(found -> {
            for (int i = 0; i < found.groups().size(); i++) {
                groups.setElement(i, found.groups().get(i));
            }
        });
        return match.isPresent();
    }

    @Override
    public boolean onNot(Conditional.Not node) {
        return !node.operand().accept(this);
    }

    @Override
    public boolean onAnd(Conditional.And node) {
        return node.left().accept(this) && node.right().accept(this);
    }

    @Override
    public boolean onOr(Conditional.Or node) {
        return node.left().accept(this) || node.right().accept(this);
    }
}

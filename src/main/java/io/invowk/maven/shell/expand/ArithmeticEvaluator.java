// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

import io.invowk.maven.shell.state.Option;
import io.invowk.maven.shell.state.Variable;
import io.invowk.maven.shell.syntax.Arithmetic;
import io.invowk.maven.shell.syntax.ArithmeticOperator;
import io.invowk.maven.shell.syntax.ArithmeticParser;
import io.invowk.maven.shell.syntax.ArithmeticText;
import org.jspecify.annotations.Nullable;

/** Evaluates arithmetic on signed 64 bit numbers; overflow wraps. */
final class ArithmeticEvaluator implements Arithmetic.Visitor {
    private static final int MAX_DIGITS = 18;

    private final Expander expander;
    private final Surroundings surroundings;
    private int depth;

    ArithmeticEvaluator(Expander expander, Surroundings surroundings) {
        this.expander = expander;
        this.surroundings = surroundings;
    }

    /** The value of an expression of the script. */
    long evaluate(ArithmeticText text) {
        Arithmetic tree = text.tree();
        return tree == null ? evaluate(expander.value(text.text())) : tree.accept(this);
    }

    /** The value of an expression in which everything is expanded. */
    long evaluate(String text) {
        int length = text.length();
        boolean digits = length > 0 && length <= MAX_DIGITS && (text.charAt(0) != '0' || length == 1);
        long number = 0;
        for (int i = 0; i < length && digits; i++) {
            int digit = text.charAt(i) - '0';
            digits = digit >= 0 && digit <= 9;
            number = number * 10 + digit;
        }
        return digits ? number : evaluateExpression(text);
    }

    private long evaluateExpression(String text) {
        if (++depth > Limits.MAX_ARITHMETIC_DEPTH) {
            depth = 0;
            throw ExpansionException.arithmetic(text + ": expression recursion level exceeded");
        }
        try {
            return ArithmeticParser.parse(text).accept(this);
        } catch (ArithmeticParser.MalformedExpressionException e) {
            throw ExpansionException.arithmetic(text.strip() + ": arithmetic syntax error: " + e.getMessage());
        } finally {
            depth--;
        }
    }

    @Override
    public long onConstant(Arithmetic.Constant node) {
        return node.value();
    }

    @Override
    public long onVariable(Arithmetic.Variable node) {
        String value = text(node);
        if (value == null) {
            if (surroundings.options().has(Option.NOUNSET)) {
                throw new ExpansionException(node.name() + ": unbound variable");
            }
            return 0;
        }
        return evaluate(value);
    }

    private @Nullable String text(Arithmetic.Variable node) {
        String subscript = node.subscript();
        if (subscript == null) {
            return surroundings.variables().value(node.name());
        }
        Variable variable = surroundings.variables().find(node.name());
        if (variable == null) {
            return null;
        }
        return variable.isAssociative()
                ? variable.element(unquoted(subscript))
                : variable.element(expander.index(variable, evaluate(subscript), node.name()));
    }

    private static String unquoted(String subscript) {
        return subscript.replace("'", "").replace("\"", "");
    }

    private long store(Arithmetic.Variable node, long value) {
        String text = Long.toString(value);
        String subscript = node.subscript();
        if (subscript == null) {
            surroundings.assign(node.name(), text);
        } else {
            Variable variable = surroundings.variables().getWritable(node.name());
            if (variable.isAssociative()) {
                variable.setElement(unquoted(subscript), text);
            } else {
                variable.setElement(expander.index(variable, evaluate(subscript), node.name()), text);
            }
        }
        return value;
    }

    @Override
    public long onUnary(Arithmetic.Unary node) {
        long operand = node.operand().accept(this);
        return switch (node.operator()) {
            case '-' -> -operand;
            case '!' -> operand == 0 ? 1 : 0;
            case '~' -> ~operand;
            default -> operand;
        };
    }

    @Override
    public long onBinary(Arithmetic.Binary node) {
        if (node.operator() == ArithmeticOperator.AND) {
            return node.left().accept(this) != 0 && node.right().accept(this) != 0 ? 1 : 0;
        }
        if (node.operator() == ArithmeticOperator.OR) {
            return node.left().accept(this) != 0 || node.right().accept(this) != 0 ? 1 : 0;
        }
        long left = node.left().accept(this);
        return apply(node.operator(), left, node.right().accept(this));
    }

    private static long apply(ArithmeticOperator operator, long left, long right) {
        return switch (operator) {
            case OR -> left != 0 || right != 0 ? 1 : 0;
            case AND -> left != 0 && right != 0 ? 1 : 0;
            case BIT_OR -> left | right;
            case BIT_XOR -> left ^ right;
            case BIT_AND -> left & right;
            case EQUAL -> left == right ? 1 : 0;
            case NOT_EQUAL -> left != right ? 1 : 0;
            case LESS -> left < right ? 1 : 0;
            case LESS_OR_EQUAL -> left <= right ? 1 : 0;
            case GREATER -> left > right ? 1 : 0;
            case GREATER_OR_EQUAL -> left >= right ? 1 : 0;
            case SHIFT_LEFT -> left << right;
            case SHIFT_RIGHT -> left >> right;
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / divisor(right);
            case REMAINDER -> left % divisor(right);
            case POWER -> power(left, right);
        };
    }

    private static long divisor(long value) {
        if (value == 0) {
            throw ExpansionException.arithmetic("division by 0");
        }
        return value;
    }

    private static long power(long base, long exponent) {
        if (exponent < 0) {
            throw ExpansionException.arithmetic("exponent less than 0");
        }
        long result = 1;
        long factor = base;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result *= factor;
            }
            factor *= factor;
        }
        return result;
    }

    @Override
    public long onConditional(Arithmetic.Conditional node) {
        return node.condition().accept(this) != 0
                ? node.then().accept(this)
                : node.otherwise().accept(this);
    }

    @Override
    public long onAssign(Arithmetic.Assign node) {
        ArithmeticOperator operator = node.operator();
        if (operator == null) {
            return store(node.target(), node.value().accept(this));
        }
        long old = onVariable(node.target());
        return store(node.target(), apply(operator, old, node.value().accept(this)));
    }

    @Override
    public long onStep(Arithmetic.Step node) {
        long old = onVariable(node.target());
        long stored = store(node.target(), old + node.by());
        return node.before() ? stored : old;
    }

    @Override
    public long onSequence(Arithmetic.Sequence node) {
        long value = 0;
        for (Arithmetic item : node.items()) {
            value = item.accept(this);
        }
        return value;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

import io.invowk.maven.shell.pattern.ShellPattern;
import io.invowk.maven.shell.state.Option;
import io.invowk.maven.shell.syntax.ParameterOperation;
import io.invowk.maven.shell.syntax.Word;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/** An operation that makes one value of another; its words are expanded once, also for many values. */
final class ValueOperation {
    private final Expander expander;
    private final UnaryOperator<String> function;

    ValueOperation(Expander expander, ParameterOperation operation) {
        this.expander = expander;
        this.function = function(operation);
    }

    String apply(String value) {
        return function.apply(value);
    }

    private UnaryOperator<String> function(ParameterOperation operation) {
        if (operation instanceof ParameterOperation.Trim trim) {
            ShellPattern pattern = pattern(trim.pattern(), false);
            return value -> trim(value, pattern, trim);
        }
        if (operation instanceof ParameterOperation.Replace replace) {
            ShellPattern pattern = pattern(replace.pattern(), true);
            boolean nothing = replace.pattern().isEmpty()
                    || expander.patternText(replace.pattern()).isEmpty();
            String replacement = expander.value(replace.replacement());
            return value -> replace(value, pattern, nothing, replacement, replace.where());
        }
        if (operation instanceof ParameterOperation.ChangeCase change) {
            Word word = change.pattern();
            ShellPattern pattern = word == null ? ShellPattern.compile("?", false, false) : pattern(word, false);
            return value -> changeCase(value, pattern, change);
        }
        return value -> value;
    }

    private ShellPattern pattern(Word word, boolean foldable) {
        boolean extended = expander.surroundings().options().has(Option.EXTGLOB);
        boolean fold = foldable && expander.surroundings().options().has(Option.NOCASEMATCH);
        return expander.pattern(word, extended, fold);
    }

    private static String trim(String value, ShellPattern pattern, ParameterOperation.Trim trim) {
        if (trim.suffix()) {
            int start = trim.longest() ? pattern.longestToEnd(value) : pattern.shortestToEnd(value);
            return start < 0 ? value : value.substring(0, start);
        }
        int end = trim.longest() ? pattern.longestFrom(value, 0) : pattern.shortestFrom(value, 0);
        return end < 0 ? value : value.substring(end);
    }

    private static String replace(
            String value,
            ShellPattern pattern,
            boolean nothing,
            String replacement,
            ParameterOperation.Replace.Where where) {
        return switch (where) {
            case PREFIX -> {
                int end = nothing ? 0 : pattern.longestFrom(value, 0);
                yield end < 0 ? value : replacement + value.substring(end);
            }
            case SUFFIX -> {
                int start = nothing ? value.length() : pattern.longestToEnd(value);
                yield start < 0 ? value : value.substring(0, start) + replacement;
            }
            case FIRST -> nothing ? value : replaceInside(value, pattern, replacement, false);
            case ALL -> nothing ? value : replaceInside(value, pattern, replacement, true);
        };
    }

    private static String replaceInside(String value, ShellPattern pattern, String replacement, boolean all) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        if (value.isEmpty() && pattern.matches("")) {
            return replacement;
        }
        while (at < value.length()) {
            int end = pattern.longestFrom(value, at);
            if (end > at) {
                out.append(replacement);
                at = end;
                if (!all) {
                    break;
                }
            } else {
                out.append(value.charAt(at++));
            }
            Limits.checkLength(out.length());
        }
        return out.append(value, at, value.length()).toString();
    }

    private static String changeCase(String value, ShellPattern pattern, ParameterOperation.ChangeCase change) {
        IntUnaryOperator cased = change.upper() ? Character::toUpperCase : Character::toLowerCase;
        StringBuilder out = new StringBuilder(value.length());
        int at = 0;
        while (at < value.length()) {
            int c = value.codePointAt(at);
            boolean chosen = (change.all() || at == 0) && pattern.matches(Character.toString(c));
            out.appendCodePoint(chosen ? cased.applyAsInt(c) : c);
            at += Character.charCount(c);
        }
        return out.toString();
    }
}

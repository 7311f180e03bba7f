// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

import io.invowk.maven.shell.syntax.ParameterExpansion;
import io.invowk.maven.shell.syntax.ParameterOperation;
import io.invowk.maven.shell.syntax.WordPart;
import java.util.List;

/** Expands the parts of one word. */
final class PartExpander implements WordPart.Visitor {
    private final Expander expander;
    private final Target target;
    /** Whether the word stands in an expansion, so that its text is split. */
    private final boolean operand;

    private boolean quoted;

    PartExpander(Expander expander, Target target, boolean operand) {
        this.expander = expander;
        this.target = target;
        this.operand = operand;
    }

    @Override
    public void onLiteral(WordPart.Literal part) {
        if (operand) {
            target.expanded(part.text());
        } else {
            target.literal(part.text());
        }
    }

    @Override
    public void onQuoted(WordPart.Quoted part) {
        target.quoted(part.text());
    }

    @Override
    public void onDoubleQuoted(WordPart.DoubleQuoted part) {
        boolean outer = quoted;
        quoted = true;
        if (!isOnlyList(part.parts())) {
            target.quoted("");
        }
        for (WordPart each : part.parts()) {
            each.accept(this);
        }
        quoted = outer;
    }

    /** Whether the parts are expansions that may give no field at all, even between quotes. */
    private static boolean isOnlyList(List<WordPart> parts) {
        for (WordPart part : parts) {
            boolean list = part instanceof ParameterExpansion expansion && isList(expansion);
            if (!list) {
                return false;
            }
        }
        return !parts.isEmpty();
    }

    private static boolean isList(ParameterExpansion expansion) {
        if (expansion.operation() instanceof ParameterOperation.Length) {
            return false;
        }
        if (expansion.operation() instanceof ParameterOperation.NamesWithPrefix names) {
            return names.separate();
        }
        boolean all = expansion.subscript() != null
                ? expansion.subscript().all() == '@'
                : expansion.name().equals("@");
        return all || expansion.indirect();
    }

    @Override
    public void onParameter(ParameterExpansion part) {
        new ParameterExpander(expander, target, quoted).expand(part);
    }

    @Override
    public void onCommand(WordPart.CommandSubstitution part) {
        add(expander.surroundings().output(part.script()));
    }

    @Override
    public void onArithmetic(WordPart.ArithmeticExpansion part) {
        add(Long.toString(expander.arithmetic(part.expression())));
    }

    @Override
    public void onProcess(WordPart.ProcessSubstitution part) {
        target.quoted(expander.surroundings().path(part));
    }

    private void add(String text) {
        if (quoted) {
            target.quoted(text);
        } else {
            target.expanded(text);
        }
    }
}

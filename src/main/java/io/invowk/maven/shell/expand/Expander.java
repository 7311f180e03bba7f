// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

import io.invowk.maven.shell.pattern.ShellPattern;
import io.invowk.maven.shell.state.Variable;
import io.invowk.maven.shell.state.Variables;
import io.invowk.maven.shell.syntax.ArithmeticText;
import io.invowk.maven.shell.syntax.Subscript;
import io.invowk.maven.shell.syntax.Word;
import io.invowk.maven.shell.syntax.WordPart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expands words as one execution environment sees them. */
public final class Expander {
    private final Surroundings surroundings;
    private final ArithmeticEvaluator arithmetic;
    private final Tilde tilde;
    private @Nullable String separatorsSource;
    private FieldSeparators separators = FieldSeparators.of(null);

    /** Expands with what a shell knows. */
    public Expander(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.arithmetic = new ArithmeticEvaluator(this, surroundings);
        this.tilde = new Tilde(surroundings);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Variables variables() {
        return surroundings.variables();
    }

    /** Gives a variable a value, with what its attributes ask for. */
    public void assign(String name, String value) {
        surroundings.assign(name, value);
    }

    /** What separates fields now. */
    public FieldSeparators separators() {
        String ifs = variables().value("IFS");
        if (ifs == null ? separatorsSource != null : !ifs.equals(separatorsSource)) {
            separatorsSource = ifs;
            separators = FieldSeparators.of(ifs);
        }
        return separators;
    }

    /** The fields that words expand to. */
    public List<String> fields(List<Word> words) {
        List<String> fields = new ArrayList<>();
        words.forEach(word -> addFields(word, fields));
        return fields;
    }

    /** Adds the fields that a word expands to. */
    public void addFields(Word word, List<String> fields) {
        String fixed = word.fixed();
        if (fixed != null) {
            fields.add(fixed);
        } else if (word.hasBrace()) {
            for (Word each : BraceExpansion.expand(word)) {
                addFieldsOfOne(each, fields);
            }
        } else {
            addFieldsOfOne(word, fields);
        }
    }

    private void addFieldsOfOne(Word word, List<String> fields) {
        FieldTarget target = new FieldTarget(fields, separators(), surroundings.options(), surroundings.files());
        expand(word, target, false);
        target.end();
    }

    /** A word as one value. */
    public String value(Word word) {
        String fixed = word.fixed();
        if (fixed != null) {
            return fixed;
        }
        ValueTarget target = new ValueTarget();
        expand(word, target, false);
        return target.value();
    }

    /** The value of an assignment. */
    public String assignedValue(Word word) {
        String fixed = word.fixed();
        if (fixed != null) {
            return fixed;
        }
        ValueTarget target = new ValueTarget();
        List<WordPart> parts = word.parts();
        PartExpander expander = new PartExpander(this, target, false);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof WordPart.Literal literal
                    && literal.text().indexOf('~') >= 0) {
                tilde.inAssignment(literal.text(), i == 0, i < parts.size() - 1, target);
            } else {
                parts.get(i).accept(expander);
            }
        }
        return target.value();
    }

    /** A word as a pattern. */
    public ShellPattern pattern(Word word, boolean extended, boolean ignoreCase) {
        return ShellPattern.compile(patternText(word), extended, ignoreCase);
    }

    String patternText(Word word) {
        PatternTarget target = new PatternTarget();
        expand(word, target, false);
        return target.pattern();
    }

    /** A word as a regular expression. */
    public String regex(Word word) {
        RegexTarget target = new RegexTarget();
        expand(word, target, false);
        return target.regex();
    }

    /** Hands the expansion of a word over; text in an operand is split like the result of an expansion. */
    void expand(Word word, Target target, boolean operand) {
        List<WordPart> parts = word.parts();
        PartExpander expander = new PartExpander(this, target, operand);
        int first = 0;
        if (Tilde.mayBegin(parts) && parts.get(0) instanceof WordPart.Literal literal) {
            tilde.atStart(literal.text(), parts.size() > 1, target);
            first = 1;
        }
        for (int i = first; i < parts.size(); i++) {
            parts.get(i).accept(expander);
        }
    }

    /** The value of an arithmetic expression of the script. */
    public long arithmetic(ArithmeticText text) {
        return arithmetic.evaluate(text);
    }

    /** The value of an arithmetic expression. */
    public long arithmetic(String text) {
        return arithmetic.evaluate(text);
    }

    /** The index in an array that a number means: a negative one counts from the end. */
    long index(@Nullable Variable variable, long number, String name) {
        if (number >= 0) {
            return number;
        }
        long index = number + (variable == null ? 0 : variable.nextIndex());
        if (index < 0) {
            throw new ExpansionException(name + ": bad array subscript");
        }
        return index;
    }

    /** The value of an element; null if it is unset. */
    @Nullable
    String element(Variable variable, Subscript subscript, String name) {
        if (variable.isAssociative()) {
            return variable.element(value(subscript.key()));
        }
        long number = arithmetic(subscript.index());
        long index = number < 0 ? number + variable.nextIndex() : number;
        return index < 0 ? null : variable.element(index);
    }

    /** Whether an array has an element. */
    public boolean isSet(Variable variable, Subscript subscript) {
        return element(variable, subscript, "") != null;
    }

    /** Removes an element. */
    public void removeElement(Variable variable, Subscript subscript, String name) {
        if (variable.isAssociative()) {
            variable.removeElement(value(subscript.key()));
        } else if (!value(subscript.key()).isEmpty()) {
            variable.removeElement(index(variable, arithmetic(subscript.index()), name));
        }
    }

    /** Changes an element. */
    public void setElement(Variable variable, Subscript subscript, String name, String value) {
        if (variable.isAssociative()) {
            variable.setElement(value(subscript.key()), value);
        } else {
            variable.setElement(index(variable, arithmetic(subscript.index()), name), value);
        }
    }
}

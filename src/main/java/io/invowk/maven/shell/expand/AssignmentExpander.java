// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

import io.invowk.maven.shell.state.Attribute;
import io.invowk.maven.shell.state.Variable;
import io.invowk.maven.shell.syntax.Assignment;
import io.invowk.maven.shell.syntax.Subscript;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out assignments: POSIX XCU 2.9.1, and those to arrays. */
public final class AssignmentExpander {
    private final Expander expander;

    /** Assigns what an expander finds. */
    public AssignmentExpander(Expander expander) {
        this.expander = expander;
    }

    /** Carries out one assignment to the variable that its name finds now. */
    public void assign(Assignment assignment) {
        if (assignment.elements() == null && assignment.subscript() == null && !assignment.append()) {
            expander.surroundings().assign(assignment.name(), expander.assignedValue(assignment.value()));
            return;
        }
        assign(expander.variables().getWritable(assignment.name()), assignment);
    }

    /** Carries out an assignment to a given variable. */
    public void assign(Variable variable, Assignment assignment) {
        List<Assignment.Element> elements = assignment.elements();
        if (elements != null) {
            assignElements(variable, assignment, elements);
            return;
        }
        String value = expander.assignedValue(assignment.value());
        Subscript subscript = assignment.subscript();
        if (subscript != null && !subscript.isOne()) {
            throw new ExpansionException(assignment.name() + "[" + subscript.all() + "]: bad array subscript");
        }
        if (subscript == null) {
            variable.setValue(combined(variable, assignment.append() ? variable.value() : null, value));
        } else {
            if (!variable.isArray()) {
                variable.set(Attribute.INDEXED, true);
            }
            String old = assignment.append() ? expander.element(variable, subscript, assignment.name()) : null;
            expander.setElement(variable, subscript, assignment.name(), combined(variable, old, value));
        }
    }

    /** A value behind an old one: added if the variable is a number, else appended. */
    private String combined(Variable variable, @Nullable String old, String value) {
        if (variable.is(Attribute.INTEGER)) {
            long sum = expander.arithmetic(value) + (old == null ? 0 : expander.arithmetic(old));
            return Long.toString(sum);
        }
        if (old == null) {
            return value;
        }
        Limits.checkLength((long) old.length() + value.length());
        return old.concat(value);
    }

    private void assignElements(Variable variable, Assignment assignment, List<Assignment.Element> elements) {
        List<Runnable> steps = new ArrayList<>();
        if (variable.isAssociative()) {
            elements.forEach(element -> steps.add(associative(variable, element)));
        } else {
            if (!assignment.append()) {
                indexed(variable, assignment.name(), elements, steps, 0);
            } else {
                indexed(variable, assignment.name(), elements, steps, variable.nextIndex());
            }
        }
        if (!assignment.append()) {
            variable.clear();
        }
        if (!variable.isArray()) {
            variable.set(Attribute.INDEXED, true);
        }
        steps.forEach(Runnable::run);
    }

    private Runnable associative(Variable variable, Assignment.Element element) {
        Subscript key = element.key();
        if (key == null) {
            throw new ExpansionException("an element of an associative array needs a key");
        }
        String name = expander.value(key.key());
        String value = expander.assignedValue(element.value());
        return () ->
                variable.setElement(name, combined(variable, element.append() ? variable.element(name) : null, value));
    }

    /** Values are expanded before the first of them is stored: they may use the old array. */
    private void indexed(
            Variable variable, String name, List<Assignment.Element> elements, List<Runnable> steps, long first) {
        long next = first;
        for (Assignment.Element element : elements) {
            Subscript key = element.key();
            if (key != null) {
                long at = expander.index(variable, expander.arithmetic(key.index()), name);
                String value = expander.assignedValue(element.value());
                steps.add(() -> variable.setElement(
                        at, combined(variable, element.append() ? variable.element(at) : null, value)));
                next = at + 1;
            } else {
                List<String> fields = new ArrayList<>();
                expander.addFields(element.value(), fields);
                for (String field : fields) {
                    long at = next++;
                    steps.add(() -> variable.setElement(at, combined(variable, null, field)));
                }
            }
        }
    }
}

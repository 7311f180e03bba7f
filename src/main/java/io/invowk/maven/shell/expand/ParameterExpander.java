// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

import io.invowk.maven.shell.state.Attribute;
import io.invowk.maven.shell.state.Option;
import io.invowk.maven.shell.state.Variable;
import io.invowk.maven.shell.syntax.Names;
import io.invowk.maven.shell.syntax.ParameterExpansion;
import io.invowk.maven.shell.syntax.ParameterOperation;
import io.invowk.maven.shell.syntax.Subscript;
import io.invowk.maven.shell.syntax.Word;
import io.invowk.maven.shell.text.CodePoints;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameter expansion: POSIX XCU 2.6.2. */
final class ParameterExpander {
    private final Expander expander;
    private final Target target;
    private final boolean quoted;

    ParameterExpander(Expander expander, Target target, boolean quoted) {
        this.expander = expander;
        this.target = target;
        this.quoted = quoted;
    }

    void expand(ParameterExpansion expansion) {
        ParameterOperation operation = expansion.operation();
        if (operation instanceof ParameterOperation.NamesWithPrefix names) {
            add(List.copyOf(expander.variables().names(expansion.name())), names.separate());
        } else if (operation instanceof ParameterOperation.Keys) {
            Subscript subscript = expansion.subscript();
            Variable variable = expander.variables().find(expansion.name());
            add(variable == null ? List.of() : variable.keys(), subscript != null && subscript.all() == '@');
        } else {
            Parameter parameter = parameter(expansion);
            if (parameter.isList()) {
                expandList(parameter, operation);
            } else {
                expandOne(parameter, operation);
            }
        }
    }

    /** The parameter that is meant, perhaps by the value of another. */
    private Parameter parameter(ParameterExpansion expansion) {
        Subscript subscript = expansion.subscript();
        Parameter named = new Parameter(expander, expansion.name(), expansion.kind(), subscript, null);
        if (!expansion.indirect()) {
            return named;
        }
        Variable direct = subscript == null ? expander.variables().findDirectly(expansion.name()) : null;
        if (direct != null && direct.is(Attribute.REFERENCE)) {
            return Parameter.constant(expander, expansion.name(), direct.value());
        }
        String name = named.isList() ? joined(named.values(), false) : named.value();
        if (name == null || name.isEmpty()) {
            if (named.isList()) {
                return Parameter.constant(expander, expansion.name(), "");
            }
            throw new ExpansionException(expansion.name() + ": invalid indirect expansion");
        }
        return Parameter.named(expander, name);
    }

    private void add(String value) {
        if (quoted) {
            target.quoted(value);
        } else {
            target.expanded(value);
        }
    }

    /** Hands over several values: fields of their own, or joined. */
    private void add(List<String> values, boolean separate) {
        boolean join = quoted ? !separate : !target.hasFields() && !separate;
        if (join) {
            add(joined(values, true));
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                target.border();
            }
            add(values.get(i));
        }
    }

    private String joined(List<String> values, boolean bySeparator) {
        return String.join(bySeparator ? expander.separators().joint() : " ", values);
    }

    private void expandOne(Parameter parameter, ParameterOperation operation) {
        String value = parameter.value();
        if (operation instanceof ParameterOperation.Substitute substitute) {
            substitute(parameter, value, substitute);
            return;
        }
        if (value == null) {
            parameter.checkSet();
        }
        if (operation instanceof ParameterOperation.Length) {
            add(Integer.toString(value == null ? 0 : CodePoints.count(value)));
        } else if (operation instanceof ParameterOperation.Slice slice) {
            add(slice(value == null ? "" : value, slice));
        } else if (operation instanceof ParameterOperation.Transform transform) {
            new Transformation(parameter).one(transform.operator(), value).ifPresent(this::add);
        } else {
            add(new ValueOperation(expander, operation).apply(value == null ? "" : value));
        }
    }

    private void expandList(Parameter parameter, ParameterOperation operation) {
        List<String> values = parameter.values();
        boolean separate = parameter.isSeparate();
        if (operation instanceof ParameterOperation.Length) {
            add(Integer.toString(values.size()));
        } else if (operation instanceof ParameterOperation.Substitute substitute) {
            substituteList(parameter, values, substitute);
        } else if (operation instanceof ParameterOperation.Slice slice) {
            add(slice(parameter, slice), separate);
        } else if (operation instanceof ParameterOperation.Transform transform) {
            add(new Transformation(parameter).list(transform.operator(), values), separate);
        } else if (operation instanceof ParameterOperation.Value) {
            add(values, separate);
        } else {
            ValueOperation each = new ValueOperation(expander, operation);
            List<String> changed = new ArrayList<>(values.size());
            values.forEach(value -> changed.add(each.apply(value)));
            add(changed, separate);
        }
    }

    private void substituteList(Parameter parameter, List<String> values, ParameterOperation.Substitute substitute) {
        boolean isNull =
                values.isEmpty() || (values.size() == 1 && values.get(0).isEmpty());
        boolean absent = substitute.orNull() ? isNull : values.isEmpty();
        boolean useWord = (substitute.operator() == '+') != absent;
        if (useWord) {
            substituteWord(parameter, substitute);
        } else if (substitute.operator() != '+') {
            add(values, parameter.isSeparate());
        }
    }

    private void substitute(Parameter parameter, @Nullable String value, ParameterOperation.Substitute substitute) {
        boolean absent = value == null || (substitute.orNull() && value.isEmpty());
        if (substitute.operator() == '+') {
            if (absent) {
                add("");
            } else {
                substituteWord(parameter, substitute);
            }
        } else if (absent || value == null) {
            substituteWord(parameter, substitute);
        } else {
            add(value);
        }
    }

    private void substituteWord(Parameter parameter, ParameterOperation.Substitute substitute) {
        Word word = substitute.word();
        switch (substitute.operator()) {
            case '=' -> {
                String value = expander.value(word);
                parameter.assign(value);
                add(value);
            }
            case '?' -> {
                String message = expander.value(word);
                String standard = substitute.orNull() ? "parameter null or not set" : "parameter not set";
                throw new ExpansionException(parameter.label() + ": " + (message.isEmpty() ? standard : message));
            }
            default -> {
                if (quoted) {
                    target.quoted("");
                }
                expandOperand(word);
            }
        }
    }

    private void expandOperand(Word word) {
        if (quoted) {
            PartExpander parts = new PartExpander(expander, target, false);
            parts.onDoubleQuoted(new io.invowk.maven.shell.syntax.WordPart.DoubleQuoted(word.parts()));
        } else {
            expander.expand(word, target, true);
        }
    }

    private String slice(String value, ParameterOperation.Slice slice) {
        int count = CodePoints.count(value);
        long offset = expander.arithmetic(slice.offset());
        long start = offset < 0 ? count + offset : offset;
        if (start < 0 || start > count) {
            return "";
        }
        long end = count;
        if (slice.length() != null) {
            long length = expander.arithmetic(slice.length());
            end = length < 0 ? count + length : start + Math.min(length, count - start);
            if (end < start) {
                throw new ExpansionException(length + ": substring expression < 0");
            }
        }
        return CodePoints.slice(value, (int) start, (int) end);
    }

    private List<String> slice(Parameter parameter, ParameterOperation.Slice slice) {
        long offset = expander.arithmetic(slice.offset());
        List<String> rest = parameter.valuesFrom(offset);
        if (slice.length() == null) {
            return rest;
        }
        long length = expander.arithmetic(slice.length());
        if (length < 0) {
            throw new ExpansionException(length + ": substring expression < 0");
        }
        return rest.subList(0, (int) Math.min(length, rest.size()));
    }

    /** One parameter, or a list of them. */
    static final class Parameter {
        private final Expander expander;
        private final String name;
        private final ParameterExpansion.Kind kind;
        private final @Nullable Subscript subscript;
        private final @Nullable String constant;
        private final char list;

        private Parameter(
                Expander expander,
                String name,
                ParameterExpansion.Kind kind,
                @Nullable Subscript subscript,
                @Nullable String constant) {
            this.expander = expander;
            this.name = name;
            this.kind = kind;
            this.subscript = subscript;
            this.constant = constant;
            this.list = subscript != null
                    ? subscript.all()
                    : kind == ParameterExpansion.Kind.SPECIAL && (name.equals("@") || name.equals("*"))
                            ? name.charAt(0)
                            : '\0';
        }

        /** A parameter that has just a value. */
        static Parameter constant(Expander expander, String name, @Nullable String value) {
            return new Parameter(expander, name, ParameterExpansion.Kind.VARIABLE, null, value == null ? "" : value);
        }

        /** The parameter whose name, perhaps with a subscript, is in a text. */
        static Parameter named(Expander expander, String text) {
            int end = Names.end(text, 0);
            if (end > 0 && end < text.length() && text.charAt(end) == '[' && text.endsWith("]")) {
                Subscript subscript = SubscriptText.parse(text.substring(end + 1, text.length() - 1));
                return new Parameter(
                        expander, text.substring(0, end), ParameterExpansion.Kind.VARIABLE, subscript, null);
            }
            boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
            boolean special = text.length() == 1 && "@*#?-$!".contains(text);
            if (!Names.isName(text) && !digits && !special) {
                throw new ExpansionException(text + ": invalid variable name");
            }
            return new Parameter(expander, text, ParameterExpansion.kindOf(text), null, null);
        }

        String name() {
            return name;
        }

        @Nullable
        Variable variable() {
            return kind == ParameterExpansion.Kind.VARIABLE
                    ? expander.variables().find(name)
                    : null;
        }

        String label() {
            return subscript == null ? name : name + "[" + expander.value(subscript.key()) + "]";
        }

        boolean isList() {
            return list != '\0' && constant == null;
        }

        boolean isSeparate() {
            return list == '@';
        }

        @Nullable
        String value() {
            if (constant != null) {
                return constant;
            }
            Surroundings surroundings = expander.surroundings();
            return switch (kind) {
                case POSITIONAL -> positional(surroundings.positionals());
                case SPECIAL -> surroundings.special(name.charAt(0));
                case VARIABLE -> subscript == null ? scalar() : element();
            };
        }

        private @Nullable String scalar() {
            Variable direct = expander.variables().findDirectly(name);
            if (direct != null && direct.is(Attribute.REFERENCE)) {
                String target = expander.variables().target(name);
                if (!Names.isName(target)) {
                    return named(expander, target).value();
                }
            }
            return expander.variables().value(name);
        }

        private @Nullable String positional(List<String> values) {
            int number = name.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(name);
            if (number == 0) {
                return expander.surroundings().special('0');
            }
            return number <= values.size() ? values.get(number - 1) : null;
        }

        private @Nullable String element() {
            Variable variable = variable();
            if (subscript == null || variable == null) {
                String dynamic = variable == null ? expander.variables().value(name) : null;
                return dynamic != null && subscript != null && expander.arithmetic(subscript.index()) == 0
                        ? dynamic
                        : null;
            }
            return expander.element(variable, subscript, name);
        }

        List<String> values() {
            if (kind != ParameterExpansion.Kind.VARIABLE) {
                return expander.surroundings().positionals();
            }
            Variable variable = variable();
            if (variable != null) {
                return variable.elements();
            }
            String dynamic = expander.variables().value(name);
            return dynamic == null ? List.of() : List.of(dynamic);
        }

        /** The values from an offset on; of the positional parameters 0 is {@code $0}. */
        List<String> valuesFrom(long offset) {
            if (kind != ParameterExpansion.Kind.VARIABLE) {
                List<String> all = new ArrayList<>();
                all.add(String.valueOf(expander.surroundings().special('0')));
                all.addAll(values());
                long start = offset < 0 ? all.size() + offset : offset;
                return start < 0 || start > all.size() ? List.of() : all.subList((int) start, all.size());
            }
            Variable variable = variable();
            if (variable == null) {
                return List.of();
            }
            long start = offset < 0 ? variable.nextIndex() + offset : offset;
            return start < 0 ? List.of() : variable.elementsFrom(start);
        }

        void assign(String value) {
            if (kind != ParameterExpansion.Kind.VARIABLE) {
                throw new ExpansionException(name + ": cannot assign in this way");
            }
            if (subscript == null) {
                expander.surroundings().assign(name, value);
            } else {
                expander.setElement(expander.variables().getWritable(name), subscript, name, value);
            }
        }

        /** Refuses a parameter that is unset, if the options ask for that. */
        void checkSet() {
            if (expander.surroundings().options().has(Option.NOUNSET)) {
                throw new ExpansionException(label() + ": unbound variable");
            }
        }
    }
}

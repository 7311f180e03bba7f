// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.util.ArrayList;
import java.util.List;

/** The data and the variables at one place of a run, and what pipelines mean there. */
final class TemplateScope implements TemplateOperand.Cases<TemplateDatum> {
    private final TemplateSource source;
    private final TemplateBudget budget;
    private final List<Variable> variables = new ArrayList<>();
    private TemplateDatum dot;

    private record Variable(String name, TemplateDatum value) {}

    TemplateScope(TemplateSource source, TemplateBudget budget, TemplateDatum data) {
        this.source = source;
        this.budget = budget;
        this.dot = data;
        declare("", data);
    }

    TemplateDatum dot() {
        return dot;
    }

    void dot(TemplateDatum data) {
        dot = data;
    }

    /** How many variables there are. */
    int size() {
        return variables.size();
    }

    /** Forgets the variables that came since there were so many. */
    void shrink(int size) {
        variables.subList(size, variables.size()).clear();
    }

    private void declare(String name, TemplateDatum value) {
        variables.add(new Variable(name, value));
    }

    private int find(String name) {
        int i = variables.size() - 1;
        while (!variables.get(i).name().equals(name)) {
            i--;
        }
        return i;
    }

    /** Gives one of the variables of a pipeline a value. */
    void set(TemplateNode.Pipeline pipeline, int variable, TemplateDatum value) {
        String name = pipeline.variables().get(variable);
        if (pipeline.declares()) {
            declare(name, value);
        } else {
            variables.set(find(name), new Variable(name, value));
        }
    }

    /** The value of a pipeline, without setting its variables. */
    TemplateDatum value(TemplateNode.Pipeline pipeline) {
        List<TemplateDatum> piped = List.of();
        TemplateDatum value = TemplateDatum.MISSING;
        for (TemplateNode.Command command : pipeline.commands()) {
            value = value(command, piped);
            piped = List.of(value);
        }
        return value;
    }

    private TemplateDatum value(TemplateNode.Command command, List<TemplateDatum> piped) {
        TemplateOperand first = command.operands().get(0);
        if (first instanceof TemplateOperand.Function function) {
            List<TemplateOperand> written =
                    command.operands().subList(1, command.operands().size());
            return call(function, written, piped);
        }
        return first.match(this);
    }

    private TemplateDatum call(TemplateOperand.Function at, List<TemplateOperand> written, List<TemplateDatum> piped) {
        budget.step(at);
        TemplateFunctions.Function function = at.function();
        List<TemplateDatum> arguments = new ArrayList<>();
        try {
            function.checkCount(written.size() + piped.size());
        } catch (CallException e) {
            throw failed(at, e);
        }
        for (TemplateOperand operand : written) {
            TemplateDatum argument = operand.match(this);
            arguments.add(argument);
            if (function.isDecidedBy(argument)) {
                return argument;
            }
        }
        arguments.addAll(piped);
        TemplateDatum result;
        try {
            result = function.body().call(arguments);
        } catch (CallException e) {
            throw failed(at, e);
        }
        budget.made(at, result);
        return result;
    }

    private CallException failed(TemplateOperand.Function at, CallException e) {
        return source.problem(at.offset(), e.at("\"" + at.function().name() + "\""));
    }

    @Override
    public TemplateDatum onConstant(TemplateOperand.Constant constant) {
        return constant.value();
    }

    @Override
    public TemplateDatum onDot(TemplateOperand.Dot at) {
        return dot;
    }

    @Override
    public TemplateDatum onVariable(TemplateOperand.Variable variable) {
        return variables.get(find(variable.name())).value();
    }

    @Override
    public TemplateDatum onFunction(TemplateOperand.Function function) {
        return call(function, List.of(), List.of());
    }

    @Override
    public TemplateDatum onGroup(TemplateOperand.Group group) {
        TemplateDatum value = value(group.pipeline());
        if (!group.pipeline().variables().isEmpty()) {
            set(group.pipeline(), 0, value);
        }
        return value;
    }

    @Override
    public TemplateDatum onFields(TemplateOperand.Fields fields) {
        TemplateDatum value = fields.of().match(this);
        for (String name : fields.names()) {
            if (value instanceof TemplateDatum.Table table) {
                value = table.fields().getOrDefault(name, TemplateDatum.MISSING);
            } else if (value != TemplateDatum.MISSING) {
                throw source.problem(fields.offset(), value.kind() + " has no field \"" + name + "\"");
            }
        }
        return value;
    }
}

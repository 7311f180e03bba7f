// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.builtin.TemplateNode.Statement;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Carries out the statements of a template. */
final class TemplateRun implements Statement.Cases<TemplateRun.Flow> {
    private final TemplateSource source;
    private final TemplateBudget budget;
    private final TemplateOutput out;
    private final Map<String, List<Statement>> definitions;
    private final TemplateScope scope;

    /** What comes after a statement. */
    enum Flow {
        NEXT,
        /** The end of the range. */
        BREAK,
        /** The next element of the range. */
        CONTINUE
    }

    private TemplateRun(
            TemplateSource source,
            TemplateBudget budget,
            TemplateOutput out,
            Map<String, List<Statement>> definitions,
            TemplateDatum data) {
        this.source = source;
        this.budget = budget;
        this.out = out;
        this.definitions = definitions;
        this.scope = new TemplateScope(source, budget, data);
    }

    static String execute(TemplateSource source, TemplateParser.Parsed template, TemplateDatum data) {
        TemplateOutput out = new TemplateOutput();
        new TemplateRun(source, new TemplateBudget(source), out, template.definitions(), data)
                .run(template.statements());
        return out.toString();
    }

    private Flow run(List<Statement> statements) {
        for (Statement statement : statements) {
            budget.step(statement);
            Flow flow = statement.match(this);
            if (flow != Flow.NEXT) {
                return flow;
            }
        }
        return Flow.NEXT;
    }

    @Override
    public Flow onText(TemplateNode.Text text) {
        write(text, new TemplateDatum.Text(text.text()));
        return Flow.NEXT;
    }

    private void write(Statement at, TemplateDatum value) {
        try {
            if (value instanceof TemplateDatum.Nothing) {
                out.append(TemplatePrinter.NO_VALUE);
            } else {
                TemplatePrinter.plain(value, out);
            }
        } catch (CallException e) {
            throw source.problem(at.offset(), e);
        }
    }

    @Override
    public Flow onOutput(TemplateNode.Output output) {
        TemplateDatum value = scope.value(output.pipeline());
        if (output.pipeline().variables().isEmpty()) {
            write(output, value);
        } else {
            scope.set(output.pipeline(), 0, value);
        }
        return Flow.NEXT;
    }

    @Override
    public Flow onJump(TemplateNode.Jump jump) {
        return jump.ends() ? Flow.BREAK : Flow.CONTINUE;
    }

    @Override
    public Flow onCall(TemplateNode.Call call) {
        List<Statement> body = definitions.get(call.name());
        if (body == null) {
            throw source.problem(call.offset(), "there is no template \"" + call.name() + "\"");
        }
        TemplateDatum data = call.pipeline().map(scope::value).orElse(TemplateDatum.MISSING);
        budget.enter(call);
        new TemplateRun(source, budget, out, definitions, data).run(body);
        budget.leave();
        return Flow.NEXT;
    }

    @Override
    public Flow onBranch(TemplateNode.Branch branch) {
        TemplateDatum dot = scope.dot();
        int size = scope.size();
        TemplateDatum value = scope.value(branch.pipeline());
        Flow flow = branch.kind() == TemplateNode.Branch.Kind.RANGE ? range(branch, value) : choose(branch, value);
        scope.shrink(size);
        scope.dot(dot);
        return flow;
    }

    private Flow choose(TemplateNode.Branch branch, TemplateDatum value) {
        setAll(branch, value);
        if (!value.truth()) {
            return run(branch.otherwise());
        }
        if (branch.kind() == TemplateNode.Branch.Kind.WITH) {
            scope.dot(value);
        }
        return run(branch.then());
    }

    private void setAll(TemplateNode.Branch branch, TemplateDatum value) {
        for (int i = 0; i < branch.pipeline().variables().size(); i++) {
            scope.set(branch.pipeline(), i, value);
        }
    }

    private Flow range(TemplateNode.Branch branch, TemplateDatum value) {
        int done = 0;
        if (value instanceof TemplateDatum.Items items) {
            done = elements(branch, items.elements());
        } else if (value instanceof TemplateDatum.Raw raw) {
            done = elements(branch, new TemplateDatum.Items(raw).elements());
        } else if (value instanceof TemplateDatum.Table table) {
            for (Map.Entry<String, TemplateDatum> field : table.fields().entrySet()) {
                done++;
                if (!element(branch, new TemplateDatum.Text(field.getKey()), field.getValue())) {
                    break;
                }
            }
        } else if (value instanceof TemplateDatum.Int number) {
            done = numbers(branch, number);
        } else if (!(value instanceof TemplateDatum.Nothing)) {
            throw source.problem(branch.pipeline().offset(), value.kind() + " has no elements to range over");
        }
        if (done > 0) {
            return Flow.NEXT;
        }
        setAll(branch, value);
        return run(branch.otherwise());
    }

    private int elements(TemplateNode.Branch branch, List<TemplateDatum> elements) {
        int done = 0;
        for (TemplateDatum element : elements) {
            boolean goesOn = element(branch, new TemplateDatum.Int(done), element);
            done++;
            if (!goesOn) {
                break;
            }
        }
        return done;
    }

    private int numbers(TemplateNode.Branch branch, TemplateDatum.Int limit) {
        if (branch.pipeline().variables().size() > 1) {
            throw source.problem(branch.pipeline().offset(), "the numbers up to an int have no keys");
        }
        int done = 0;
        while (limit.value().compareTo(BigInteger.valueOf(done)) > 0) {
            TemplateDatum number = new TemplateDatum.Int(BigInteger.valueOf(done), limit.type());
            done++;
            if (!element(branch, number, number)) {
                break;
            }
        }
        return done;
    }

    /** Runs the body for one element; tells whether the range goes on. */
    private boolean element(TemplateNode.Branch branch, TemplateDatum key, TemplateDatum element) {
        budget.step(branch);
        int size = scope.size();
        int variables = branch.pipeline().variables().size();
        if (variables > 1) {
            scope.set(branch.pipeline(), 0, key);
        }
        if (variables > 0) {
            scope.set(branch.pipeline(), variables - 1, element);
        }
        scope.dot(element);
        Flow flow = run(branch.then());
        scope.shrink(size);
        return flow != Flow.BREAK;
    }
}

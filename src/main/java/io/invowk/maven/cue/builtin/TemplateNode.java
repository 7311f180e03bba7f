// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.util.List;
import java.util.Optional;

/** A part of a template; each knows its offset in the text. */
sealed interface TemplateNode
        permits TemplateNode.Statement, TemplateNode.Pipeline, TemplateNode.Command, TemplateOperand {
    int offset();

    /** What stands in a template in this order. */
    sealed interface Statement extends TemplateNode {
        /** One method per kind. */
        interface Cases<R> {
            R onText(Text text);

            R onOutput(Output output);

            R onBranch(Branch branch);

            R onCall(Call call);

            R onJump(Jump jump);
        }

        <R> R match(Cases<R> cases);
    }

    /** Text that stands for itself. */
    record Text(int offset, String text) implements Statement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.onText(this);
        }
    }

    /** A pipeline whose value is written, or given to a variable. */
    record Output(int offset, Pipeline pipeline) implements Statement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.onOutput(this);
        }
    }

    /** {@code if}, {@code with} or {@code range}: either is empty where it is not written. */
    record Branch(int offset, Kind kind, Pipeline pipeline, List<Statement> then, List<Statement> otherwise)
            implements Statement {
        enum Kind {
            IF,
            WITH,
            RANGE
        }

        public Branch {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.onBranch(this);
        }
    }

    /** {@code template}: without a pipeline there is no data. */
    record Call(int offset, String name, Optional<Pipeline> pipeline) implements Statement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.onCall(this);
        }
    }

    /** {@code break} or {@code continue}. */
    record Jump(int offset, boolean ends) implements Statement {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.onJump(this);
        }
    }

    /**
     * Commands, each of which takes the value of the one before as its last argument.
     *
     * @param variables names without the dollar sign that take the value, at most two
     * @param declares whether they are new
     */
    record Pipeline(int offset, List<String> variables, boolean declares, List<Command> commands)
            implements TemplateNode {
        public Pipeline {
            variables = List.copyOf(variables);
            commands = List.copyOf(commands);
        }
    }

    /** A function or value, and its arguments. */
    record Command(int offset, List<TemplateOperand> operands) implements TemplateNode {
        public Command {
            operands = List.copyOf(operands);
        }
    }
}

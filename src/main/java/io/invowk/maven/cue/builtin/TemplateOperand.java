// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.util.List;

/** What has a value in a template. */
sealed interface TemplateOperand extends TemplateNode {
    /** One method per kind. */
    interface Cases<R> {
        R onConstant(Constant constant);

        R onDot(Dot dot);

        R onVariable(Variable variable);

        R onFunction(Function function);

        R onGroup(Group group);

        R onFields(Fields fields);
    }

    <R> R match(Cases<R> cases);

    /** A constant, {@code nil} included. */
    record Constant(int offset, TemplateDatum value) implements TemplateOperand {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.onConstant(this);
        }
    }

    /** The data at hand. */
    record Dot(int offset) implements TemplateOperand {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.onDot(this);
        }
    }

    /** A variable; the one without a name is the data of the whole template. */
    record Variable(int offset, String name) implements TemplateOperand {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.onVariable(this);
        }
    }

    /** A function by name. */
    record Function(int offset, TemplateFunctions.Function function) implements TemplateOperand {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.onFunction(this);
        }
    }

    /** A pipeline in parentheses. */
    record Group(int offset, TemplateNode.Pipeline pipeline) implements TemplateOperand {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.onGroup(this);
        }
    }

    /** Fields, each of the one before. */
    record Fields(int offset, TemplateOperand of, List<String> names) implements TemplateOperand {
        public Fields {
            names = List.copyOf(names);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.onFields(this);
        }
    }
}

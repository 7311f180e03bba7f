// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.Span;
import java.util.List;

/** A part of a word: text, or something to expand. */
public sealed interface WordPart
        permits WordPart.Literal,
                WordPart.Quoted,
                WordPart.DoubleQuoted,
                WordPart.CommandSubstitution,
                WordPart.ArithmeticExpansion,
                WordPart.ProcessSubstitution,
                ParameterExpansion {
    /** One method per kind of part. */
    interface Visitor {
        void onLiteral(Literal part);

        void onQuoted(Quoted part);

        void onDoubleQuoted(DoubleQuoted part);

        void onParameter(ParameterExpansion part);

        void onCommand(CommandSubstitution part);

        void onArithmetic(ArithmeticExpansion part);

        void onProcess(ProcessSubstitution part);
    }

    /** Calls the visitor's method for this kind. */
    void accept(Visitor visitor);

    /** Unquoted text. */
    record Literal(String text) implements WordPart {
        @Override
        public void accept(Visitor visitor) {
            visitor.onLiteral(this);
        }
    }

    /** Text whose characters stand for themselves. */
    record Quoted(String text) implements WordPart {
        @Override
        public void accept(Visitor visitor) {
            visitor.onQuoted(this);
        }
    }

    /** What stands between double quotes; literal text in it is {@link Quoted}. */
    record DoubleQuoted(List<WordPart> parts) implements WordPart {
        public DoubleQuoted {
            parts = List.copyOf(parts);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.onDoubleQuoted(this);
        }
    }

    /** {@code $(commands)} or the same in backquotes. */
    record CommandSubstitution(Script script, Span span) implements WordPart {
        @Override
        public void accept(Visitor visitor) {
            visitor.onCommand(this);
        }
    }

    /** {@code $((expression))}. */
    record ArithmeticExpansion(ArithmeticText expression, Span span) implements WordPart {
        @Override
        public void accept(Visitor visitor) {
            visitor.onArithmetic(this);
        }
    }

    /** {@code <(commands)}, or {@code >(commands)} if the commands read. */
    record ProcessSubstitution(Script script, boolean commandsRead, Span span) implements WordPart {
        @Override
        public void accept(Visitor visitor) {
            visitor.onProcess(this);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.syntax;

import io.invowk.maven.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command of the grammar, simple or compound. */
public sealed interface Command {
    /** One method per kind; the result is an exit status. */
    interface Visitor {
        int onSimple(Simple command);

        int onSequence(Sequence command);

        int onBackground(Background command);

        int onAndOr(AndOr command);

        int onPipeline(Pipeline command);

        int onTimed(Timed command);

        int onGroup(Group command);

        int onSubshell(Subshell command);

        int onIf(If command);

        int onLoop(Loop command);

        int onFor(For command);

        int onCountingFor(CountingFor command);

        int onSelect(Select command);

        int onCase(Case command);

        int onFunction(Function command);

        int onArithmetic(ArithmeticCommand command);

        int onConditional(ConditionalCommand command);

        int onRedirected(Redirected command);
    }

    /** Runs the visitor's method for this kind. */
    int accept(Visitor visitor);

    /** A simple command: assignments, words, redirections; at least one of them. */
    record Simple(
            List<Assignment> assignments, List<Argument> words, List<Redirection> redirections, int line, Span span)
            implements Command {
        public Simple {
            assignments = List.copyOf(assignments);
            words = List.copyOf(words);
            redirections = List.copyOf(redirections);
        }

        @Override
        public int accept(Visitor visitor) {
            return visitor.onSimple(this);
        }
    }

    /** An argument of a simple command: a word, and what it assigns if the command is a declaration. */
    record Argument(Word word, @Nullable Assignment assignment) {}

    /** Commands one after the other. */
    record Sequence(List<Command> commands) implements Command {
        public Sequence {
            commands = List.copyOf(commands);
        }

        @Override
        public int accept(Visitor visitor) {
            return visitor.onSequence(this);
        }
    }

    /** {@code command &}. */
    record Background(Command command) implements Command {
        @Override
        public int accept(Visitor visitor) {
            return visitor.onBackground(this);
        }
    }

    /** {@code left && right}, or with {@code ||}. */
    record AndOr(Command left, boolean and, Command right) implements Command {
        @Override
        public int accept(Visitor visitor) {
            return visitor.onAndOr(this);
        }
    }

    /** Commands joined by pipes, perhaps only one, perhaps with its exit status reversed. */
    record Pipeline(boolean negated, List<Command> commands) implements Command {
        public Pipeline {
            commands = List.copyOf(commands);
        }

        @Override
        public int accept(Visitor visitor) {
            return visitor.onPipeline(this);
        }
    }

    /** {@code time pipeline}; the pipeline may be missing. */
    record Timed(boolean posixFormat, @Nullable Command command) implements Command {
        @Override
        public int accept(Visitor visitor) {
            return visitor.onTimed(this);
        }
    }

    /** {@code { commands; }}. */
    record Group(Command body) implements Command {
        @Override
        public int accept(Visitor visitor) {
            return visitor.onGroup(this);
        }
    }

    /** {@code ( commands )}. */
    record Subshell(Command body) implements Command {
        @Override
        public int accept(Visitor visitor) {
            return visitor.onSubshell(this);
        }
    }

    /** {@code if}; an {@code elif} is an {@code if} in the else part. */
    record If(Command condition, Command then, @Nullable Command otherwise) implements Command {
        @Override
        public int accept(Visitor visitor) {
            return visitor.onIf(this);
        }
    }

    /** {@code while}, or {@code until}. */
    record Loop(boolean until, Command condition, Command body) implements Command {
        @Override
        public int accept(Visitor visitor) {
            return visitor.onLoop(this);
        }
    }

    /** {@code for name in words}; without {@code in} the words are null, and the positional parameters are meant. */
    record For(String name, @Nullable List<Word> words, Command body, int line) implements Command {
        @Override
        public int accept(Visitor visitor) {
            return visitor.onFor(this);
        }
    }

    /** {@code for ((start; condition; step))}; what is missing is null. */
    record CountingFor(
            @Nullable ArithmeticText start,
            @Nullable ArithmeticText condition,
            @Nullable ArithmeticText step,
            Command body,
            int line)
            implements Command {
        @Override
        public int accept(Visitor visitor) {
            return visitor.onCountingFor(this);
        }
    }

    /** {@code select name in words}. */
    record Select(String name, @Nullable List<Word> words, Command body, int line) implements Command {
        @Override
        public int accept(Visitor visitor) {
            return visitor.onSelect(this);
        }
    }

    /** {@code case word in ... esac}. */
    record Case(Word word, List<Item> items, int line) implements Command {
        public Case {
            items = List.copyOf(items);
        }

        @Override
        public int accept(Visitor visitor) {
            return visitor.onCase(this);
        }

        /** What follows an item: the end, the next item's commands, or the test of the next item. */
        public enum Next {
            END,
            FALL_THROUGH,
            TEST
        }

        /** Patterns and commands. */
        public record Item(List<Word> patterns, @Nullable Command body, Next next) {
            public Item {
                patterns = List.copyOf(patterns);
            }
        }
    }

    /**
     * {@code name() body}.
     *
     * @param text all of it as it is written
     */
    record Function(String name, Command body, String text, Span span) implements Command {
        @Override
        public int accept(Visitor visitor) {
            return visitor.onFunction(this);
        }
    }

    /** {@code ((expression))}. */
    record ArithmeticCommand(ArithmeticText expression, int line) implements Command {
        @Override
        public int accept(Visitor visitor) {
            return visitor.onArithmetic(this);
        }
    }

    /** {@code [[ expression ]]}. */
    record ConditionalCommand(Conditional expression, int line) implements Command {
        @Override
        public int accept(Visitor visitor) {
            return visitor.onConditional(this);
        }
    }

    /** A compound command with redirections. */
    record Redirected(Command command, List<Redirection> redirections, int line) implements Command {
        public Redirected {
            redirections = List.copyOf(redirections);
        }

        @Override
        public int accept(Visitor visitor) {
            return visitor.onRedirected(this);
        }
    }
}

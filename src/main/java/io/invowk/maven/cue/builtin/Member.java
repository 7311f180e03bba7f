// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Value;
import java.util.List;

/** What a name of a package stands for. */
public sealed interface Member {
    /** A value that never changes. */
    record Constant(Content content) implements Member {
        /** Makes the value where it is used. */
        interface Content {
            Value make(Values make);
        }

        /** The value, with the origin of the maker. */
        public Value value(Values make) {
            return content.make(make);
        }
    }

    /** A struct that says which of its fields {@code x} and {@code y} comes first; the evaluator makes it. */
    record Comparer(Order order) implements Member {
        /** When {@code x} comes first. */
        public enum Order {
            ASCENDING,
            DESCENDING,
            /** To be said by whoever uses it. */
            ANY
        }
    }

    /**
     * A function.
     *
     * @param optional how many parameters at the end may be left out
     * @param check whether it answers true or false and may stand as a constraint, without its checked argument
     * @param checked which parameter that argument is, from 0
     */
    record Function(String name, List<Parameter> parameters, int optional, boolean check, int checked, Body body)
            implements Member {
        public Function {
            parameters = List.copyOf(parameters);
        }

        /** Computes the result. */
        interface Body {
            Value call(Arguments arguments);
        }

        /**
         * Calls the function.
         *
         * @throws CallException if it has no result for these arguments
         */
        public Value call(Arguments arguments) {
            return body.call(arguments);
        }
    }

    /** A function that makes a list of the elements of others, as they are. */
    record Rearrangement(String name, List<Parameter> parameters, Choice choice) implements Member {
        public Rearrangement {
            parameters = List.copyOf(parameters);
        }

        /** Finds the elements of the result. */
        interface Choice {
            List<Element> call(Arguments arguments);
        }

        /**
         * The elements of the result.
         *
         * @throws CallException if there is no result for these arguments
         */
        public List<Element> call(Arguments arguments) {
            return choice.call(arguments);
        }
    }
}

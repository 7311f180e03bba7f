// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.NearName;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A parameter that has one of several values, each written in lower case. */
final class Choice {
    private Choice() {}

    /**
     * The value of a text.
     *
     * @throws UserException if it is none, with those that there are
     */
    static <E extends Enum<E>> E of(String parameter, String text, E[] values) {
        List<String> names = new ArrayList<>();
        for (E value : values) {
            String name = value.name().toLowerCase(Locale.ROOT);
            if (name.equals(text)) {
                return value;
            }
            names.add(name);
        }
        Diagnostic problem = Diagnostic.at(
                        Word.whole(parameter, text).place(), "unknown value " + Quoted.of(text) + " of " + parameter)
                .note("expected " + Quoted.choice(names));
        throw new UserException(
                NearName.question(text, names).map(problem::help).orElse(problem));
    }
}

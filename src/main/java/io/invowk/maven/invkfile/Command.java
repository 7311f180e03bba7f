// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile;

import io.invowk.maven.diagnostic.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One command of an invkfile; one element of {@code cmds}.
 *
 * @param name its words separated by white space, as written
 * @param implementations in file order, at least one
 */
public record Command(
        String name,
        Optional<String> description,
        List<Implementation> implementations,
        Env env,
        Optional<String> workdir,
        DependsOn dependsOn,
        List<Flag> flags,
        List<Argument> args,
        Place origin) {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    public Command {
        implementations = List.copyOf(implementations);
        flags = List.copyOf(flags);
        args = List.copyOf(args);
    }

    /** The words of the name; repeated and final spaces in it say nothing. */
    public List<String> words() {
        return words(name);
    }

    /** The words of a command's name, at least one. */
    public static List<String> words(String name) {
        return List.of(SPACE.split(name.strip(), -1));
    }
}

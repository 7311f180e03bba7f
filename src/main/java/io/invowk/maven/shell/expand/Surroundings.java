// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

import io.invowk.maven.shell.pattern.FileNames;
import io.invowk.maven.shell.state.Options;
import io.invowk.maven.shell.state.Variables;
import io.invowk.maven.shell.syntax.Script;
import io.invowk.maven.shell.syntax.WordPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What expansion needs to know of the shell, and to ask of it. */
public interface Surroundings {
    /** The variables. */
    Variables variables();

    /** The options. */
    Options options();

    /** The positional parameters from {@code $1} on. */
    List<String> positionals();

    /** The value of a special parameter that is no list: {@code # ? - $ ! 0}; null if it is unset. */
    @Nullable
    String special(char name);

    /** What commands write to standard output, without the line breaks at its end. */
    String output(Script commands);

    /** A path that leads to the input or output of commands that run from now on. */
    String path(WordPart.ProcessSubstitution commands);

    /** The home directory of a user; null if that is not known. */
    @Nullable
    String home(String user);

    /** The files for pathname expansion. */
    FileNames files();

    /** Gives a variable a value, with what its attributes ask for. */
    void assign(String name, String value);
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.decode.InvkfileProblem.Kind;
import java.util.regex.Pattern;

/** The sorts of names in an invkfile and what they are made of. */
enum Names {
    COMMAND("[a-zA-Z][a-zA-Z0-9_ -]*", "name of a command", "a letter, then letters, digits, spaces, \"_\" and \"-\""),
    PARAMETER(
            "[a-zA-Z][a-zA-Z0-9_-]*", "name of a flag or argument", "a letter, then letters, digits, \"_\" and \"-\""),
    SHORT("[a-zA-Z]", "short name of a flag", "one letter from a to z or A to Z"),
    VARIABLE("[A-Za-z_][A-Za-z0-9_]*", "name of a variable", "a letter or \"_\", then letters, digits and \"_\""),
    TOOL(
            "[a-zA-Z0-9][a-zA-Z0-9._+-]*",
            "name of a tool",
            "a letter or digit, then letters, digits, \".\", \"_\", \"+\" and \"-\", no path");

    /** The limit of every name that has one. */
    static final int MAX_BYTES = 256;

    private final Pattern pattern;
    private final String noun;
    private final String form;

    Names(String pattern, String noun, String form) {
        this.pattern = Pattern.compile(pattern);
        this.noun = noun;
        this.form = form;
    }

    /** Checks a name where a wrong one breaks the schema. */
    Text check(Text name) {
        return check(name, Kind.SCHEMA);
    }

    Text check(Text name, Kind kind) {
        return name.check(kind, this::matches, text -> Quoted.of(text) + " is no " + noun, form);
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    /** What such a name is called. */
    String noun() {
        return noun;
    }

    /** What such a name looks like, in words. */
    String form() {
        return form;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.decode.InvkfileProblem.Kind;

/** The sorts of names in an invkfile and what they are made of. */
enum Names {
    COMMAND(
            Names.LETTERS,
            Names.LETTERS + Names.DIGITS + "_ -",
            "name of a command",
            "a letter, then letters, digits, spaces, \"_\" and \"-\""),
    PARAMETER(
            Names.LETTERS,
            Names.LETTERS + Names.DIGITS + "_-",
            "name of a flag or argument",
            "a letter, then letters, digits, \"_\" and \"-\""),
    SHORT(Names.LETTERS, "", "short name of a flag", "one letter from a to z or A to Z"),
    VARIABLE(
            Names.LETTERS + "_",
            Names.LETTERS + Names.DIGITS + "_",
            "name of a variable",
            "a letter or \"_\", then letters, digits and \"_\""),
    TOOL(
            Names.LETTERS + Names.DIGITS,
            Names.LETTERS + Names.DIGITS + "._+-",
            "name of a tool",
            "a letter or digit, then letters, digits, \".\", \"_\", \"+\" and \"-\", no path");

    /** The limit of every name that has one. */
    static final int MAX_BYTES = 256;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";

    private final String first;
    private final String others;
    private final String noun;
    private final String form;

    /**
     * A sort of names.
     *
     * @param first the characters that a name may begin with
     * @param others the characters that may follow
     */
    Names(String first, String others, String noun, String form) {
        this.first = first;
        this.others = others;
        this.noun = noun;
        this.form = form;
    }

    /** Checks a name where a wrong one breaks the schema. */
    Text check(Text name) {
        return check(name, Kind.SCHEMA);
    }

    Text check(Text name, Kind kind) {
        return name.value().isEmpty() || matches(name.orStandIn())
                ? name
                : name.refuse(kind, Quoted.of(name.orStandIn()) + " is no " + noun, form);
    }

    boolean matches(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ((i == 0 ? first : others).indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
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

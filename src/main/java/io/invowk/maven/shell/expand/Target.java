// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

/** Takes the pieces that a word expands to. */
interface Target {
    /** Text of the script that was not quoted. */
    void literal(String text);

    /** Text whose characters stand for themselves. */
    void quoted(String text);

    /** The result of an expansion outside of quotes. */
    void expanded(String text);

    /** The border between two values of {@code $@}, which are fields of their own where there are fields. */
    void border();

    /** Whether there are fields. */
    boolean hasFields();
}

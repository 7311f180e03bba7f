// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.state;

/** A variable that cannot be changed was to be changed. */
public final class ReadOnlyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String name;

    ReadOnlyException(String name) {
        super(name + ": readonly variable", null, false, false);
        this.name = name;
    }

    /** The name of the variable. */
    public String name() {
        return name;
    }
}

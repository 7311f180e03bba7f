// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.state;

import java.util.EnumSet;

/** Which options are on. */
public final class Options {
    private final EnumSet<Option> on = EnumSet.noneOf(Option.class);

    /** The options that a shell begins with. */
    public Options() {
        set(Option.HASHALL, true);
        set(Option.EXPAND_ALIASES, true);
        set(Option.SOURCEPATH, true);
    }

    /** The same again, changed apart from this one. */
    public Options copy() {
        Options copy = new Options();
        copy.on.clear();
        copy.on.addAll(on);
        return copy;
    }

    /** Whether an option is on. */
    public boolean has(Option option) {
        return on.contains(option);
    }

    /** Turns an option on or off. */
    public void set(Option option, boolean isOn) {
        if (isOn) {
            on.add(option);
        } else {
            on.remove(option);
        }
    }

    /** The letters of those that are on: {@code $-}. */
    public String letters() {
        StringBuilder letters = new StringBuilder();
        for (Option option : Option.values()) {
            if (option.letter() != '\0' && has(option)) {
                letters.append(option.letter());
            }
        }
        return letters.toString();
    }
}

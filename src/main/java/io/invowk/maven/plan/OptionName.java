// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.invkfile.Flag;
import java.util.Optional;

/**
 * The name of an option as it was written.
 *
 * @param text without dashes
 * @param isLong whether it was written with two dashes; otherwise it is one letter
 */
record OptionName(String text, boolean isLong) {
    boolean means(Flag flag) {
        return isLong ? flag.name().equals(text) : flag.shortName().equals(Optional.of(text));
    }

    @Override
    public String toString() {
        return (isLong ? "--" : "-") + text;
    }
}

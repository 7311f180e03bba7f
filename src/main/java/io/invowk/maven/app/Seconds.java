// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.Word;
import java.time.Duration;

/** Reads parameters that are a number of seconds. */
final class Seconds {
    /** Longer than anybody waits; the engine's shell can still count the seconds. */
    private static final int MAX = 86_400;

    private Seconds() {}

    /** The value of a parameter, from 0 on. */
    static Duration of(String parameter, int seconds) {
        if (seconds < 0 || seconds > MAX) {
            String text = String.valueOf(seconds);
            throw new UserException(
                    Diagnostic.at(Word.whole(parameter, text).place(), "value of " + parameter + " out of range")
                            .note("expected seconds, 0 to " + MAX));
        }
        return Duration.ofSeconds(seconds);
    }
}

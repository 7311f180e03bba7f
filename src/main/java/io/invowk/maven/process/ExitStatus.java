// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.process;

import java.util.OptionalInt;

/**
 * How a process ended.
 *
 * @param value its exit status, 0 to 255 except on Windows; 128+n if signal n ended it
 */
public record ExitStatus(int value) {
    private static final int SIGNAL_BASE = 128;
    private static final int LAST_SIGNAL = 64;

    /** Whether the process says that all went well. */
    public boolean isSuccess() {
        return value == 0;
    }

    /** The signal that the value stands for by the convention of shells; a process can also choose such a value. */
    public OptionalInt signal() {
        int signal = value - SIGNAL_BASE;
        return signal > 0 && signal <= LAST_SIGNAL ? OptionalInt.of(signal) : OptionalInt.empty();
    }
}

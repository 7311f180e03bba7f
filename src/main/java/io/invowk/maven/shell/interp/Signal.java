// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Signals, with the numbers that POSIX fixes or Linux has. */
enum Signal {
    HUP(1),
    INT(2),
    QUIT(3),
    ILL(4),
    TRAP(5),
    ABRT(6),
    BUS(7),
    FPE(8),
    KILL(9),
    USR1(10),
    SEGV(11),
    USR2(12),
    PIPE(13),
    ALRM(14),
    TERM(15),
    CHLD(17),
    CONT(18),
    STOP(19),
    TSTP(20),
    TTIN(21),
    TTOU(22),
    URG(23),
    XCPU(24),
    XFSZ(25),
    VTALRM(26),
    PROF(27),
    WINCH(28),
    IO(29),
    SYS(31);

    private final int number;

    Signal(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** Whether a shell without a trap goes on. */
    boolean isIgnoredByDefault() {
        return this == CHLD || this == CONT || this == URG || this == WINCH;
    }

    /** The signal with a name, with or without SIG, or a number. */
    static Optional<Signal> named(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        String name = upper.startsWith("SIG") ? upper.substring(3) : upper;
        return Arrays.stream(values())
                .filter(signal -> signal.name().equals(name)
                        || Integer.toString(signal.number).equals(text))
                .findFirst();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.util.Locale;

/** Time that has gone by; what processes took of it is not known to the JVM. */
record Times(double real, double user) {
    private static final double NANOS = 1e9;

    static Times now() {
        return new Times(System.nanoTime() / NANOS, 0);
    }

    Times since(Times before) {
        return new Times(real - before.real, user - before.user);
    }

    /** The report of {@code time}, without its last line break. */
    String text(boolean posixFormat) {
        if (posixFormat) {
            return String.format(Locale.ROOT, "real %.2f\nuser %.2f\nsys %.2f", real, user, 0.0);
        }
        return "\nreal\t" + minutes(real) + "\nuser\t" + minutes(user) + "\nsys\t" + minutes(0);
    }

    /** As {@code 1m2.345s}. */
    static String minutes(double seconds) {
        return String.format(Locale.ROOT, "%dm%.3fs", (int) (seconds / 60), seconds % 60);
    }
}

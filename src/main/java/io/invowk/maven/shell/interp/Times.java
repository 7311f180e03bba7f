// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.util.Locale;

/** Time that has gone by, and what processors worked in it for the script and its programs; in seconds. */
record Times(double real, double user, double system) {
    private static final double NANOS = 1e9;
    private static final int MILLIS_PER_MINUTE = 60_000;

    static Times now(Session session) {
        CpuTimes used = session.cpuTimes();
        return new Times(System.nanoTime() / NANOS, used.user() + used.childUser(), used.system() + used.childSystem());
    }

    Times since(Times before) {
        return new Times(real - before.real, user - before.user, system - before.system);
    }

    /** The report of {@code time}, without its last line break. */
    String text(boolean posixFormat) {
        if (posixFormat) {
            return String.format(Locale.ROOT, "real %.2f\nuser %.2f\nsys %.2f", real, user, system);
        }
        return "\nreal\t" + minutes(real) + "\nuser\t" + minutes(user) + "\nsys\t" + minutes(system);
    }

    /** As {@code 1m2.345s}. */
    static String minutes(double seconds) {
        long millis = Math.round(seconds * 1000);
        return String.format(Locale.ROOT, "%dm%.3fs", millis / MILLIS_PER_MINUTE, millis % MILLIS_PER_MINUTE / 1000.0);
    }
}

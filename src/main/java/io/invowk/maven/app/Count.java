// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

/** How many of something there are, in words. */
final class Count {
    private Count() {}

    /** "1 file", "2 files". */
    static String of(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}

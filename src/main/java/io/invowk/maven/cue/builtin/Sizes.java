// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

/** Checks of the sizes of lists and structs. */
final class Sizes {
    private Sizes() {}

    static boolean atLeast(Shape shape, int least) {
        if (shape.size() < least && shape.possibleSize() >= least) {
            throw CallException.incomplete("there are " + shape.size() + " so far, at least " + least + " are needed");
        }
        return shape.size() >= least;
    }
}

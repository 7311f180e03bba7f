// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.diagnostic;

/**
 * A place in a text as people count it.
 *
 * @param line from 1
 * @param column from 1, in code points
 */
public record Position(int line, int column) {
    @Override
    public String toString() {
        return line + ":" + column;
    }
}

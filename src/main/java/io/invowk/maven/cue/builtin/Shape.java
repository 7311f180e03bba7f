// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Value;
import java.util.List;

/** What can be said of a list or struct whose elements or fields need not be concrete. The evaluator implements it. */
public interface Shape {
    /** Whether an answer stays as it is, whatever data may come. */
    enum Verdict {
        YES,
        NO,
        /** No for now, but more data could change that. */
        NOT_YET
    }

    /** Number of elements or present fields. */
    int size();

    /** How many there may be once all data has come. */
    int possibleSize();

    /** Whether no two elements of a list are the same. */
    Verdict unique();

    /** The elements of a list that are concrete. */
    List<Value> concrete();
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import io.invowk.maven.cue.value.CueError;
import io.invowk.maven.cue.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * What a CUE file means.
 *
 * @param value the concrete value; empty if there is any error
 * @param errors in the order they are shown
 */
public record Evaluation(Optional<Value> value, List<CueError> errors) {
    public Evaluation {
        errors = List.copyOf(errors);
    }
}

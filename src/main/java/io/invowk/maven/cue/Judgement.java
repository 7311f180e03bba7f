// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import io.invowk.maven.cue.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * What a schema says of a value.
 *
 * @param value the value with what the schema adds to it; empty if there is any violation
 * @param violations in the order of the value, each path once
 */
public record Judgement(Optional<Value> value, List<Violation> violations) {
    public Judgement {
        violations = List.copyOf(violations);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Value;
import java.util.Map;
import java.util.Optional;

/** An argument that stays a constraint. The evaluator implements it. */
public interface Schema {
    /**
     * Why a value does not fit.
     *
     * @param incomplete whether more data could mend it
     */
    record Refusal(String reason, boolean incomplete) {}

    /**
     * Why a value does not fit; empty if it does.
     *
     * @param concrete whether what the constraint adds must be concrete, too
     */
    Optional<Refusal> refusal(Value value, boolean concrete);

    /**
     * The value of one field once others have been filled in.
     *
     * @throws CallException if it has no concrete value
     */
    Value filled(Map<String, Value> fields, String wanted);
}

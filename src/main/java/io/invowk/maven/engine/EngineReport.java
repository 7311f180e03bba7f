// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.util.List;
import java.util.Map;

/**
 * The report file of one engine call; its keys are described in the {@code README.md} of the scripts.
 *
 * @param values by key
 * @param rejected one reason for each container engine that was passed over
 */
public record EngineReport(Map<String, String> values, List<String> rejected) {
    public EngineReport {
        values = Map.copyOf(values);
        rejected = List.copyOf(rejected);
    }
}

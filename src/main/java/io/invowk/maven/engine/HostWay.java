// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.util.Map;
import java.util.Optional;

/**
 * How a command in a container reaches this machine; it holds for one container engine.
 *
 * @param engine path of the container engine's program
 * @param way in the engine's own words
 * @param address of this machine, to listen on
 * @param name what the command calls this machine
 */
public record HostWay(String engine, String way, String address, String name) {
    /** What the engine's verb {@code locate} answered; empty if there is no way. */
    public static Optional<HostWay> of(EngineReport report) {
        Map<String, String> values = report.values();
        String engine = values.get("path");
        String way = values.get("host_way");
        String address = values.get("host_address");
        String name = values.get("host_name");
        return engine == null || way == null || address == null || name == null
                ? Optional.empty()
                : Optional.of(new HostWay(engine, way, address, name));
    }
}

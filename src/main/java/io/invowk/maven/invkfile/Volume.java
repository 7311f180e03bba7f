// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile;

import io.invowk.maven.diagnostic.Place;

/**
 * One entry of {@code volumes}, split.
 *
 * @param host a path (absolute, or relative to the invkfile's directory) or the name of a named volume
 * @param container absolute path in the container
 * @param options comma list as written, empty if none
 */
public record Volume(String host, String container, String options, Place origin) {
    /** Whether the host part is a path: it has a separator or is {@code .} or {@code ..}; else it names a volume. */
    public boolean isPath() {
        return host.contains("/") || host.contains("\\") || host.equals(".") || host.equals("..");
    }
}

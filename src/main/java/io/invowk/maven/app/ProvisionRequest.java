// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One command to put into an image, as it was asked for.
 *
 * @param cmd words in one text, with the quoting of a shell
 * @param args further words, each as it is
 * @param from source of the command
 * @param tag name of the image
 * @param forceRebuild whether it is built again even if it is there
 * @param engines names or paths of container engines, in the order to try; empty: the usual order
 * @param engineTimeoutSeconds how long the container engine may take for one thing; 0: no limit
 * @param reportFile where the report goes, absolute
 */
public record ProvisionRequest(
        String cmd,
        List<String> args,
        Optional<String> from,
        Optional<String> tag,
        boolean forceRebuild,
        List<String> engines,
        int engineTimeoutSeconds,
        Path reportFile) {
    public ProvisionRequest {
        args = List.copyOf(args);
        engines = List.copyOf(engines);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the doctor is asked.
 *
 * @param engines names or paths of container engines, in the order to try; empty: the usual order
 * @param selinux as for a run
 * @param engineTimeoutSeconds how long a container engine may take for one answer; 0: no limit
 * @param format {@code text} or {@code json}
 * @param reportFile where the JSON goes, too
 * @param maven version of Maven
 * @param plugin version of this plugin
 */
public record DoctorRequest(
        List<String> engines,
        String selinux,
        int engineTimeoutSeconds,
        String format,
        Optional<Path> reportFile,
        String maven,
        String plugin) {
    public DoctorRequest {
        engines = List.copyOf(engines);
    }

    /** The same, with container engines if none are named. */
    DoctorRequest orEngines(List<String> others) {
        return new DoctorRequest(
                engines.isEmpty() ? others : engines, selinux, engineTimeoutSeconds, format, reportFile, maven, plugin);
    }
}

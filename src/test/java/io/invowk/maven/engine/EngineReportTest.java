// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineReportTest {
    @Test
    void readsKeysAndEachReason() {
        EngineReport report = EngineReport.parse(
                "outcome=not-started\nerror=a=b: \"c\"\ncause=engine-unavailable\nrejected=podman: not on PATH\nrejected=docker: x=y\n");
        assertThat(report.outcome()).hasValue("not-started");
        assertThat(report.cause()).hasValue("engine-unavailable");
        assertThat(report.error()).hasValue("a=b: \"c\"");
        assertThat(report.rejected()).containsExactly("podman: not on PATH", "docker: x=y");
        assertThat(report.values()).doesNotContainKey("rejected");
    }

    @Test
    void takesNoLineWithoutAKey() {
        assertThat(EngineReport.parse("\n=x\nno key\nmode=m"))
                .isEqualTo(new EngineReport(Map.of("mode", "m"), List.of()));
    }

    @Test
    void isEmptyWithoutAFile(@TempDir Path directory) throws IOException {
        EngineReport report = EngineReport.read(directory.resolve("missing"));
        assertThat(report.outcome()).isEmpty();
        assertThat(report.cause()).isEmpty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatingSystemTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, LINUX",
        "Mac OS X, MACOS",
        "Darwin, MACOS",
        "Windows 11, WINDOWS",
        "windows server 2022, WINDOWS",
        "FreeBSD, OTHER_UNIX"
    })
    void isToldByItsName(String name, OperatingSystem expected) {
        assertThat(OperatingSystem.named(name)).isEqualTo(expected);
    }
}

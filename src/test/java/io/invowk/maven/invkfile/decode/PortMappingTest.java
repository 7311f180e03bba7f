// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.cuefile.TextRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortMappingTest {
    private final TextRule rule = new PortMapping();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "8080:80",
                "127.0.0.1:8080:80",
                ":8080:80",
                "80/tcp",
                "53:53/UDP",
                "1/sctp",
                "1-65535",
                "9-1",
                "8000-8010:8000-8010",
                "0080",
                "000255.1.2.3:1:1",
                "1",
                "65535"
            })
    void takes(String port) {
        assertThat(rule.problem(port)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "'' | is empty",
                "'80 ' | has a space",
                "'80\t' | has the character",
                "$PORT | has the character \"$\"",
                "0 | where a number from 1 to 65535",
                "65536 | where a number",
                "99999999999999999999 | where a number",
                "+80 | where a number",
                "80- | where a number",
                "1-2-3 | where a number",
                "80:' ' | has a space",
                "http | has \"http\"",
                "8080: | has \"\" where",
                ":80 | has \"\" where",
                "1.2.3:1:1 | IPv4",
                "1.2.3.256:1:1 | IPv4",
                "localhost:1:1 | IPv4",
                "::1:80:80 | more than the three parts",
                "80/ | has no protocol",
                "80/http | has no protocol"
            },
            delimiter = '|')
    void refuses(String port, String why) {
        assertThat(rule.problem(port)).get().asString().contains(why);
    }
}

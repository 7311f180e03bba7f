// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.cuefile.TextRule;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;
import io.invowk.maven.invkfile.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeMappingTest {
    private static final Place PLACE = new Place(new SourceText("invkfile.cue", ""), new Span(0, 0));

    private final TextRule rule = new VolumeMapping();

    @ParameterizedTest
    @CsvSource({
        "/data:/data, /data, /data, ''",
        "./src:/src:ro, ./src, /src, ro",
        "cache:/cache:Z, cache, /cache, Z",
        "my dir:/my dir, my dir, /my dir, ''",
        "'.:/w:RO, nocopy,,', ., /w, 'RO, nocopy,,'",
        "c:/x:/y, c:/x, /y, ''",
        "c:/x:/y:ro, c:/x, /y, ro",
        "/home/me/data:/d, /home/me/data, /d, ''",
        "./homework:/d, ./homework, /d, ''",
        "/developer:/d, /developer, /d, ''",
        "/processed:/d, /processed, /d, ''",
        "dev/proc:/d, dev/proc, /d, ''",
        "/etc/ssl/certs:/d, /etc/ssl/certs, /d, ''",
        "/srv/x.ssh:/d, /srv/x.ssh, /d, ''",
        "/data:/data:, /data, /data, ''"
    })
    void splits(String text, String host, String container, String options) {
        assertThat(rule.problem(text)).isEmpty();
        assertThat(VolumeMapping.split(text, PLACE)).isEqualTo(new Volume(host, container, options, PLACE));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "'' | is empty",
                "/data | is not of the form",
                "/a:/b:ro:z | is not of the form",
                "c:/x:/y:ro:z | is not of the form",
                "a:/data | a host part of one letter",
                ":/data | no host part",
                "/data: | has the container part \"\"",
                "/data:data | has the container part \"data\"",
                "c:x:y | has the container part \"y\"",
                "C:\\x:/y | has the character \"\\\"",
                "$HOME:/y | has the character \"$\"",
                "/a:/b:rw,foo | has the unknown option \"foo\""
            },
            delimiter = '|')
    void refusesAnotherForm(String text, String why) {
        assertThat(rule.problem(text)).get().asString().contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/shadow", "/etc/passwd", "/etc/passwd-", "/etc/sudoers", "/etc/sudoers.d/x", "/ETC/Shadow",
                "/root/.ssh", "/home/me/.ssh/id_rsa", ".ssh", "../.ssh", "~/.ssh", "/etc/ssl/private",
                "/var/run/docker.sock", "/run/docker.sock", "/proc", "//proc", "/sys/fs/cgroup", "/dev/sda",
                "/a/../etc/shadow", "/../dev", "/dev/."
            })
    void refusesSensitivePlacesOfTheHost(String host) {
        assertThat(rule.problem(host + ":/x")).get().asString().contains("shares ");
    }

    @Test
    void countsBytesUpToTheLimit() {
        assertThat(rule.problem("./" + "a".repeat(4091) + ":/b")).isEmpty();
        assertThat(rule.problem("./" + "a".repeat(4092) + ":/b"))
                .get()
                .asString()
                .contains("has 4097 bytes");
        assertThat(rule.problem("./" + "é".repeat(2046) + ":/b"))
                .get()
                .asString()
                .contains("has 4097 bytes");
    }
}

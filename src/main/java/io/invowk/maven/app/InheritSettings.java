// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.discovery.Word;
import io.invowk.maven.invkfile.EnvInherit;
import io.invowk.maven.plan.InheritOptions;
import java.util.List;
import java.util.Optional;

/**
 * Which variables of the host a script sees, as it was asked for; what is not given is as the invkfile says.
 *
 * @param mode {@code none}, {@code allow} or {@code all}; empty: not given
 * @param allow names for the mode {@code allow}; empty: not given
 * @param deny names that are taken away; empty: not given
 */
public record InheritSettings(Optional<String> mode, List<String> allow, List<String> deny) {
    public InheritSettings {
        allow = List.copyOf(allow);
        deny = List.copyOf(deny);
    }

    EnvInherit read() {
        return InheritOptions.read(
                mode.map(text -> Word.whole("invowk.envInheritMode", text)),
                words("invowk.envInheritAllow", allow),
                words("invowk.envInheritDeny", deny));
    }

    private static List<Word> words(String parameter, List<String> texts) {
        return texts.stream().map(text -> Word.whole(parameter, text)).toList();
    }
}

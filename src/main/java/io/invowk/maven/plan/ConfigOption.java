// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.discovery.Word;
import java.util.List;
import java.util.Optional;

/** The option {@code --config}: what it names says where commands are, so it stands before the name of one. */
public final class ConfigOption {
    private ConfigOption() {}

    /** The file that words name before any word of a command; the last one counts. */
    public static Optional<Word> of(List<Word> words) {
        Optional<Word> file = Optional.empty();
        for (int i = 0; i < words.size(); i++) {
            String text = words.get(i).text();
            if (text.equals("--") || (!text.startsWith("-") && !text.startsWith("@"))) {
                return file;
            }
            int equals = text.indexOf('=');
            String name = text.substring(0, equals < 0 ? text.length() : equals);
            Optional<SystemOption> option = name.startsWith("--")
                    ? SystemOption.named(new OptionName(name.substring(2), true))
                    : SystemOption.named(new OptionName(name.substring(Math.min(1, name.length())), false));
            boolean isConfig = option.equals(Optional.of(SystemOption.CONFIG));
            if (isConfig && equals >= 0) {
                file = Optional.of(
                        new Word(text.substring(equals + 1), words.get(i).place()));
            } else if (equals < 0 && option.isPresent() && option.get().takesValue() && i + 1 < words.size()) {
                i++;
                file = isConfig ? Optional.of(words.get(i)) : file;
            }
        }
        return file;
    }
}

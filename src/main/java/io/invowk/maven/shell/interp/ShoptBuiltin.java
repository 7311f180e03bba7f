// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.state.Option;
import io.invowk.maven.shell.state.Options;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code shopt}. */
final class ShoptBuiltin implements Builtin {
    @Override
    public int run(Invocation call) throws IOException {
        OptionReader reader = new OptionReader(call.arguments(), "supqo");
        boolean on = false;
        boolean off = false;
        boolean quiet = false;
        boolean ofSet = false;
        for (char option = reader.next(); option != '\0'; option = reader.next()) {
            on |= option == 's';
            off |= option == 'u';
            quiet |= option == 'q';
            ofSet |= option == 'o';
        }
        List<String> names = reader.rest();
        Options options = call.environment().options;
        if (names.isEmpty()) {
            return showAll(call, ofSet, on, off);
        }
        int status = 0;
        for (String name : names) {
            Optional<Option> option = Option.named(name, ofSet);
            if (option.isEmpty()) {
                status = call.fail(1, name + ": invalid shell option name");
            } else if (on || off) {
                options.set(option.get(), on);
            } else {
                boolean has = options.has(option.get());
                status = has ? status : 1;
                if (!quiet) {
                    call.print(line(option.get(), has));
                }
            }
        }
        return status;
    }

    private static int showAll(Invocation call, boolean ofSet, boolean onlyOn, boolean onlyOff) throws IOException {
        StringBuilder out = new StringBuilder();
        Arrays.stream(Option.values())
                .filter(option -> option.isOfSet() == ofSet)
                .forEach(option -> {
                    boolean has = call.environment().options.has(option);
                    if (has ? !onlyOff : !onlyOn) {
                        out.append(line(option, has));
                    }
                });
        call.print(out.toString());
        return 0;
    }

    /** An option and its state. */
    static String line(Option option, boolean on) {
        return String.format(Locale.ROOT, "%-15s\t%s\n", option.label(), on ? "on" : "off");
    }
}

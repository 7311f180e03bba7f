// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** {@code umask}: POSIX XCU umask; it holds for the files that the shell makes. */
final class UmaskBuiltin implements Builtin {
    private static final String CLASSES = "ugo";
    private static final String PERMISSIONS = "rwx";

    @Override
    public int run(Invocation call) throws IOException {
        OptionReader options = new OptionReader(call.arguments(), "Sp");
        boolean symbolic = false;
        for (char option = options.next(); option != '\0'; option = options.next()) {
            symbolic |= option == 'S';
        }
        List<String> rest = options.rest();
        Environment environment = call.environment();
        if (rest.isEmpty()) {
            call.printLine(
                    symbolic ? symbolic(environment.mask) : String.format(Locale.ROOT, "%04o", environment.mask));
        } else if (rest.get(0).matches("[0-7]{1,4}")) {
            environment.mask = Integer.parseInt(rest.get(0), 8) & 0777;
        } else {
            environment.mask = changed(environment.mask, rest.get(0));
        }
        return 0;
    }

    private static String symbolic(int mask) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < CLASSES.length(); i++) {
            out.append(i == 0 ? "" : ",").append(CLASSES.charAt(i)).append('=');
            int allowed = ~(mask >> (6 - 3 * i)) & 7;
            for (int bit = 0; bit < PERMISSIONS.length(); bit++) {
                out.append((allowed & (4 >> bit)) == 0 ? "" : String.valueOf(PERMISSIONS.charAt(bit)));
            }
        }
        return out.toString();
    }

    /** The mask after {@code u=rwx,go-w} and its like. */
    private static int changed(int mask, String text) {
        int allowed = ~mask & 0777;
        for (String clause : text.split(",", -1)) {
            if (!clause.matches("[ugoa]*[-+=][rwx]*")) {
                throw new UsageException(1, text + ": invalid symbolic mode");
            }
            int at = 0;
            int who = 0;
            while (CLASSES.indexOf(clause.charAt(at)) >= 0 || clause.charAt(at) == 'a') {
                int index = CLASSES.indexOf(clause.charAt(at++));
                who |= index < 0 ? 0777 : 0700 >> (3 * index);
            }
            who = who == 0 ? 0777 : who;
            int bits = 0;
            for (int i = at + 1; i < clause.length(); i++) {
                bits |= 0444 >> PERMISSIONS.indexOf(clause.charAt(i));
            }
            allowed = switch (clause.charAt(at)) {
                case '+' -> allowed | (bits & who);
                case '-' -> allowed & ~(bits & who);
                default -> (allowed & ~who) | (bits & who);
            };
        }
        return ~allowed & 0777;
    }
}

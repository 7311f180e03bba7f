// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in options. */
final class Numbers {
    private static final Pattern SIZE = Pattern.compile("([0-9]+)(b|[kKMGT]B?|[KMGT]iB)?");
    private static final String UNITS = "KMGT";

    private Numbers() {}

    /** A number with a unit: {@code b} is 512, {@code K} is 1024, {@code kB} is 1000 and so on. */
    static OptionalLong size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        try {
            long number = Long.parseLong(matcher.group(1));
            String unit = matcher.group(2);
            if (unit == null) {
                return OptionalLong.of(number);
            }
            if (unit.equals("b")) {
                return OptionalLong.of(Math.multiplyExact(number, 512L));
            }
            int power = UNITS.indexOf(Character.toUpperCase(unit.charAt(0))) + 1;
            long base = unit.length() == 2 ? 1000 : 1024;
            for (int i = 0; i < power; i++) {
                number = Math.multiplyExact(number, base);
            }
            return OptionalLong.of(number);
        } catch (NumberFormatException | ArithmeticException e) {
            return OptionalLong.of(Long.MAX_VALUE);
        }
    }
}

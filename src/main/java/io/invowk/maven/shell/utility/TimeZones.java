// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Time zones as {@code TZ} names them: POSIX XBD 8.3. */
final class TimeZones {
    private static final Pattern OFFSET =
            Pattern.compile("(?:[A-Za-z]{3,}|<[-+A-Za-z0-9]{3,}>)([-+]?)([0-9]{1,2})(?::([0-9]{2}))?");

    private TimeZones() {}

    /** A zone by its name, or by its distance from UTC; UTC if there is none. */
    static ZoneId of(String text) {
        String name = text.startsWith(":") ? text.substring(1) : text;
        Matcher offset = OFFSET.matcher(name);
        try {
            if (!offset.matches()) {
                return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
            }
            // West of Greenwich is positive.
            int sign = offset.group(1).equals("-") ? 1 : -1;
            int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
            return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(offset.group(2)), sign * minutes);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}

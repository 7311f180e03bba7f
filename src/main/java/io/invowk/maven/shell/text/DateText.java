// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment by a format of {@code strftime}. */
public final class DateText {
    private DateText() {}

    /** A moment in the local time zone, in seconds since the epoch. */
    public static String format(String format, long seconds) {
        return format(format, Instant.ofEpochSecond(seconds).atZone(ZoneId.systemDefault()));
    }

    /** A moment in its own time zone. */
    public static String format(String format, ZonedDateTime time) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '%' && i + 1 < format.length()) {
                i++;
                out.append(field(format.charAt(i), time));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String field(char letter, ZonedDateTime time) {
        String pattern = switch (letter) {
            case 'a' -> "EEE";
            case 'A' -> "EEEE";
            case 'b', 'h' -> "MMM";
            case 'B' -> "MMMM";
            case 'd' -> "dd";
            case 'D', 'x' -> "MM/dd/yy";
            case 'F' -> "yyyy-MM-dd";
            case 'H' -> "HH";
            case 'I' -> "hh";
            case 'j' -> "DDD";
            case 'm' -> "MM";
            case 'M' -> "mm";
            case 'p' -> "a";
            case 'R' -> "HH:mm";
            case 'S' -> "ss";
            case 'T', 'X' -> "HH:mm:ss";
            case 'y' -> "yy";
            case 'Y' -> "yyyy";
            case 'z' -> "xx";
            case 'Z' -> "zzz";
            case 'c' -> "EEE MMM d HH:mm:ss yyyy";
            default -> "";
        };
        if (pattern.isEmpty()) {
            return switch (letter) {
                case 's' -> Long.toString(time.toEpochSecond());
                case 'n' -> "\n";
                case 't' -> "\t";
                case 'e' -> String.format(Locale.ROOT, "%2d", time.getDayOfMonth());
                case 'u' -> Integer.toString(time.getDayOfWeek().getValue());
                case 'w' -> Integer.toString(time.getDayOfWeek().getValue() % 7);
                case '%' -> "%";
                default -> "%" + letter;
            };
        }
        return time.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }
}

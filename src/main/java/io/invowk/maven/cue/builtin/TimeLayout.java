// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A layout: how the reference time, 2006-01-02 15:04:05 -0700, would be written. */
final class TimeLayout {
    static final TimeLayout RFC3339 = new TimeLayout("2006-01-02T15:04:05.999999999Z07:00");

    /** What a piece of a layout stands for. */
    enum Piece {
        LITERAL(""),
        LONG_MONTH("January"),
        MONTH("Jan"),
        LONG_DAY("Monday"),
        DAY("Mon"),
        ZONE("MST"),
        NUMBER_YEAR("2006"),
        DAY_OF_YEAR("002"),
        SPACED_DAY_OF_YEAR("__2"),
        ZERO_MONTH("01"),
        ZERO_DAY("02"),
        ZERO_HOUR_12("03"),
        ZERO_MINUTE("04"),
        ZERO_SECOND("05"),
        SHORT_YEAR("06"),
        HOUR_24("15"),
        SPACED_DAY("_2"),
        NUMBER_MONTH("1"),
        NUMBER_DAY("2"),
        HOUR_12("3"),
        MINUTE("4"),
        SECOND("5"),
        UPPER_HALF("PM"),
        LOWER_HALF("pm"),
        OFFSET_SECONDS_COLON("-07:00:00"),
        OFFSET_SECONDS("-070000"),
        OFFSET_COLON("-07:00"),
        OFFSET("-0700"),
        OFFSET_HOURS("-07"),
        ISO_OFFSET_SECONDS_COLON("Z07:00:00"),
        ISO_OFFSET_SECONDS("Z070000"),
        ISO_OFFSET_COLON("Z07:00"),
        ISO_OFFSET("Z0700"),
        ISO_OFFSET_HOURS("Z07"),
        /** As many digits as zeros are written. */
        FRACTION(""),
        /** As many digits as nines are written, without trailing zeros. */
        SHORT_FRACTION("");

        private final String text;

        Piece(String text) {
            this.text = text;
        }
    }

    /**
     * One piece.
     *
     * @param text of a literal, or the dot and digits of a fraction
     */
    record Part(Piece piece, String text) {}

    private final List<Part> parts = new ArrayList<>();

    TimeLayout(String layout) {
        StringBuilder literal = new StringBuilder();
        int i = 0;
        while (i < layout.length()) {
            Part part = part(layout, i);
            if (part == null) {
                literal.append(layout.charAt(i));
                i++;
                continue;
            }
            if (!literal.isEmpty()) {
                parts.add(new Part(Piece.LITERAL, literal.toString()));
                literal.setLength(0);
            }
            parts.add(part);
            i += part.text().length();
        }
        if (!literal.isEmpty()) {
            parts.add(new Part(Piece.LITERAL, literal.toString()));
        }
    }

    List<Part> parts() {
        return parts;
    }

    private static @org.jspecify.annotations.Nullable Part part(String layout, int at) {
        Part fraction = fraction(layout, at);
        if (fraction != null) {
            return fraction;
        }
        if (layout.startsWith("_2006", at)) {
            return null;
        }
        Piece longest = Piece.LITERAL;
        for (Piece piece : Piece.values()) {
            if (!piece.text.isEmpty()
                    && layout.startsWith(piece.text, at)
                    && piece.text.length() > longest.text.length()
                    && !isWord(piece, layout, at)) {
                longest = piece;
            }
        }
        return longest == Piece.LITERAL ? null : new Part(longest, longest.text);
    }

    /** Whether the short form of a name is only the beginning of a longer word. */
    private static boolean isWord(Piece piece, String layout, int at) {
        int end = at + piece.text.length();
        boolean name = piece == Piece.MONTH || piece == Piece.DAY;
        return name && end < layout.length() && Character.isLowerCase(layout.charAt(end));
    }

    private static @org.jspecify.annotations.Nullable Part fraction(String layout, int at) {
        char c = layout.charAt(at);
        if ((c != '.' && c != ',') || at + 1 >= layout.length()) {
            return null;
        }
        char digit = layout.charAt(at + 1);
        if (digit != '0' && digit != '9') {
            return null;
        }
        int end = at + 1;
        while (end < layout.length() && layout.charAt(end) == digit) {
            end++;
        }
        if (end < layout.length() && Character.isDigit(layout.charAt(end))) {
            return null;
        }
        return new Part(digit == '0' ? Piece.FRACTION : Piece.SHORT_FRACTION, layout.substring(at, end));
    }

    String format(OffsetDateTime time) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            out.append(format(part, time));
        }
        return out.toString();
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    private static int half(OffsetDateTime time) {
        return time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    }

    private static String format(Part part, OffsetDateTime time) {
        return switch (part.piece()) {
            case LITERAL -> part.text();
            case LONG_MONTH -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case MONTH ->
                time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
            case LONG_DAY -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case DAY ->
                time.getDayOfWeek()
                        .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        .substring(0, 3);
            case ZONE -> time.getOffset().getTotalSeconds() == 0 ? "UTC" : zone(time);
            case NUMBER_YEAR -> String.format(Locale.ROOT, "%04d", time.getYear());
            case SHORT_YEAR -> two(Math.floorMod(time.getYear(), 100));
            case DAY_OF_YEAR -> String.format(Locale.ROOT, "%03d", time.getDayOfYear());
            case SPACED_DAY_OF_YEAR -> String.format(Locale.ROOT, "%3d", time.getDayOfYear());
            case ZERO_MONTH -> two(time.getMonthValue());
            case NUMBER_MONTH -> String.valueOf(time.getMonthValue());
            case ZERO_DAY -> two(time.getDayOfMonth());
            case SPACED_DAY -> String.format(Locale.ROOT, "%2d", time.getDayOfMonth());
            case NUMBER_DAY -> String.valueOf(time.getDayOfMonth());
            case HOUR_24 -> two(time.getHour());
            case ZERO_HOUR_12 -> two(half(time));
            case HOUR_12 -> String.valueOf(half(time));
            case ZERO_MINUTE -> two(time.getMinute());
            case MINUTE -> String.valueOf(time.getMinute());
            case ZERO_SECOND -> two(time.getSecond());
            case SECOND -> String.valueOf(time.getSecond());
            case UPPER_HALF -> time.getHour() < 12 ? "AM" : "PM";
            case LOWER_HALF -> time.getHour() < 12 ? "am" : "pm";
            case OFFSET_SECONDS_COLON,
                    ISO_OFFSET_SECONDS_COLON,
                    OFFSET_SECONDS,
                    ISO_OFFSET_SECONDS,
                    OFFSET_COLON,
                    ISO_OFFSET_COLON,
                    OFFSET,
                    ISO_OFFSET,
                    OFFSET_HOURS,
                    ISO_OFFSET_HOURS -> offset(part, time);
            case FRACTION -> fraction(part, time);
            case SHORT_FRACTION -> {
                String digits = fraction(part, time).replaceFirst("0+$", "");
                yield digits.length() > 1 ? digits : "";
            }
        };
    }

    private static String zone(OffsetDateTime time) {
        int seconds = time.getOffset().getTotalSeconds();
        String hours = (seconds < 0 ? "-" : "+") + two(Math.abs(seconds) / 3600);
        return seconds % 3600 == 0 ? hours : hours + two(Math.abs(seconds) / 60 % 60);
    }

    private static String offset(Part part, OffsetDateTime time) {
        int seconds = time.getOffset().getTotalSeconds();
        String form = part.text();
        if (form.startsWith("Z") && seconds == 0) {
            return "Z";
        }
        String colon = form.contains(":") ? ":" : "";
        int digits = form.replace(":", "").length() - 1;
        String text = (seconds < 0 ? "-" : "+") + two(Math.abs(seconds) / 3600);
        if (digits > 2) {
            text += colon + two(Math.abs(seconds) / 60 % 60);
        }
        return digits > 4 ? text + colon + two(Math.abs(seconds) % 60) : text;
    }

    private static String fraction(Part part, OffsetDateTime time) {
        int digits = Math.min(part.text().length() - 1, 9);
        return part.text().charAt(0)
                + String.format(Locale.ROOT, "%09d", time.getNano()).substring(0, digits);
    }
}

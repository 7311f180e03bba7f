// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;

/** Reads a time that is written in a layout. */
final class TimeText {
    private final String text;
    private final boolean strict;
    private int at;

    private int year;
    private int month = -1;
    private int day = -1;
    private int dayOfYear = -1;
    private int hour;
    private int minute;
    private int second;
    private int nano;
    private boolean afternoon;
    private boolean half;
    private int offset;

    private TimeText(String text, boolean strict) {
        this.text = text;
        this.strict = strict;
    }

    /**
     * Reads a text.
     *
     * @param strict whether each number must have both its digits
     */
    static OffsetDateTime parse(String text, TimeLayout layout, boolean strict) {
        TimeText reader = new TimeText(text, strict);
        for (int i = 0; i < layout.parts().size(); i++) {
            boolean fractionFollows =
                    i + 1 < layout.parts().size() && isFraction(layout.parts().get(i + 1));
            reader.read(layout.parts().get(i), fractionFollows);
        }
        if (reader.at < text.length()) {
            throw reader.wrong();
        }
        return reader.time();
    }

    private static boolean isFraction(TimeLayout.Part part) {
        return part.piece() == TimeLayout.Piece.FRACTION || part.piece() == TimeLayout.Piece.SHORT_FRACTION;
    }

    private CallException wrong() {
        return new CallException("invalid time \"" + text + "\"");
    }

    private OffsetDateTime time() {
        if (half) {
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        try {
            LocalDate date = dayOfYear >= 0
                    ? LocalDate.ofYearDay(year, dayOfYear)
                    : LocalDate.of(year, month < 0 ? 1 : month, day < 0 ? 1 : day);
            LocalDateTime local = date.atTime(hour, minute, second, nano);
            return OffsetDateTime.of(local, ZoneOffset.ofTotalSeconds(offset));
        } catch (DateTimeException e) {
            throw wrong();
        }
    }

    private int number(int least, int most) {
        int from = at;
        while (at < text.length() && at - from < most && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at - from < least) {
            throw wrong();
        }
        return Integer.parseInt(text.substring(from, at));
    }

    private void literal(String expected) {
        if (!text.startsWith(expected, at)) {
            throw wrong();
        }
        at += expected.length();
    }

    private void read(TimeLayout.Part part, boolean fractionFollows) {
        switch (part.piece()) {
            case LITERAL -> literal(part.text());
            case LONG_MONTH -> month = month(false);
            case MONTH -> month = month(true);
            case LONG_DAY -> day(false);
            case DAY -> day(true);
            case ZONE -> zone();
            case NUMBER_YEAR -> year = number(4, 4);
            case SHORT_YEAR -> {
                int two = number(2, 2);
                year = two >= 69 ? 1900 + two : 2000 + two;
            }
            case DAY_OF_YEAR -> dayOfYear = number(3, 3);
            case SPACED_DAY_OF_YEAR -> {
                spaces(2);
                dayOfYear = number(1, 3);
            }
            case ZERO_MONTH -> month = number(2, 2);
            case NUMBER_MONTH -> month = number(1, 2);
            case ZERO_DAY -> day = number(2, 2);
            case SPACED_DAY -> {
                spaces(1);
                day = number(1, 2);
            }
            case NUMBER_DAY -> day = number(1, 2);
            case HOUR_24 -> hour = number(strict ? 2 : 1, 2);
            case ZERO_HOUR_12 -> hour = number(2, 2);
            case HOUR_12 -> hour = number(1, 2);
            case ZERO_MINUTE -> minute = number(2, 2);
            case MINUTE -> minute = number(1, 2);
            case ZERO_SECOND, SECOND -> {
                second = number(part.piece() == TimeLayout.Piece.SECOND ? 1 : 2, 2);
                boolean digits = at + 1 < text.length()
                        && (text.charAt(at) == '.' || text.charAt(at) == ',')
                        && Character.isDigit(text.charAt(at + 1));
                if (digits && !fractionFollows) {
                    fraction(9, 1);
                }
            }
            case UPPER_HALF -> half("AM", "PM");
            case LOWER_HALF -> half("am", "pm");
            case FRACTION -> fraction(part.text().length() - 1, part.text().length() - 1);
            case SHORT_FRACTION -> {
                boolean there = at + 1 < text.length()
                        && (text.charAt(at) == '.' || (text.charAt(at) == ',' && !strict))
                        && Character.isDigit(text.charAt(at + 1));
                if (there) {
                    fraction(Integer.MAX_VALUE, 1);
                }
            }
            case OFFSET_SECONDS_COLON,
                    ISO_OFFSET_SECONDS_COLON,
                    OFFSET_SECONDS,
                    ISO_OFFSET_SECONDS,
                    OFFSET_COLON,
                    ISO_OFFSET_COLON,
                    OFFSET,
                    ISO_OFFSET,
                    OFFSET_HOURS,
                    ISO_OFFSET_HOURS -> offset(part.text());
        }
    }

    private void spaces(int most) {
        for (int i = 0; i < most && at < text.length() && text.charAt(at) == ' '; i++) {
            at++;
        }
    }

    private int month(boolean abbreviated) {
        for (Month candidate : Month.values()) {
            if (takeName(candidate.getDisplayName(TextStyle.FULL, Locale.ENGLISH), abbreviated)) {
                return candidate.getValue();
            }
        }
        throw wrong();
    }

    private void day(boolean abbreviated) {
        for (DayOfWeek candidate : DayOfWeek.values()) {
            if (takeName(candidate.getDisplayName(TextStyle.FULL, Locale.ENGLISH), abbreviated)) {
                return;
            }
        }
        throw wrong();
    }

    private boolean takeName(String name, boolean abbreviated) {
        String form = abbreviated ? name.substring(0, 3) : name;
        if (!text.regionMatches(true, at, form, 0, form.length())) {
            return false;
        }
        at += form.length();
        return true;
    }

    private void half(String morning, String evening) {
        half = true;
        afternoon = text.startsWith(evening, at);
        if (!afternoon) {
            literal(morning);
        } else {
            literal(evening);
        }
    }

    /** A zone's name says nothing about its offset, but for UTC and {@code GMT+3}. */
    private void zone() {
        int from = at;
        if (text.startsWith("GMT", at) && at + 3 < text.length() && "+-".indexOf(text.charAt(at + 3)) >= 0) {
            int sign = text.charAt(at + 3) == '-' ? -1 : 1;
            at += 4;
            offset = sign * number(1, 2) * 3600;
            return;
        }
        while (at < text.length() && at - from < 5 && Character.isUpperCase(text.charAt(at))) {
            at++;
        }
        if (at - from < 3) {
            throw wrong();
        }
    }

    private void fraction(int most, int least) {
        if (at >= text.length() || (text.charAt(at) != '.' && text.charAt(at) != ',')) {
            throw wrong();
        }
        at++;
        int from = at;
        while (at < text.length() && at - from < most && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at - from < least) {
            throw wrong();
        }
        nano = Integer.parseInt((text.substring(from, at) + "000000000").substring(0, 9));
    }

    private void offset(String form) {
        if (form.startsWith("Z") && text.startsWith("Z", at)) {
            at++;
            return;
        }
        if (at >= text.length() || "+-".indexOf(text.charAt(at)) < 0) {
            throw wrong();
        }
        int sign = text.charAt(at) == '-' ? -1 : 1;
        at++;
        int size = form.replace(":", "").length() - 1;
        int total = number(2, 2) * 3600;
        int hours = total / 3600;
        int minutes = 0;
        if (size > 2) {
            if (form.contains(":")) {
                literal(":");
            }
            minutes = number(2, 2);
            total += minutes * 60;
        }
        if (size > 4) {
            if (form.contains(":")) {
                literal(":");
            }
            total += number(2, 2);
        }
        if (hours > 24 || minutes > 59) {
            throw wrong();
        }
        offset = sign * total;
    }
}

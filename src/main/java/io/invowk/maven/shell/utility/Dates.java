// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in words, as {@code touch -d} takes them, and the stamps of {@code touch -t}. */
final class Dates {
    private static final Pattern STAMP = Pattern.compile("([0-9]{2}|[0-9]{4})?([0-9]{8})(?:\\.([0-9]{2}))?");
    private static final Pattern EPOCH = Pattern.compile("@(-?[0-9]{1,12})(?:[.,]([0-9]{1,9})[0-9]*)?");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Map<String, ChronoUnit> UNITS = Map.ofEntries(
            Map.entry("sec", ChronoUnit.SECONDS),
            Map.entry("second", ChronoUnit.SECONDS),
            Map.entry("min", ChronoUnit.MINUTES),
            Map.entry("minute", ChronoUnit.MINUTES),
            Map.entry("hour", ChronoUnit.HOURS),
            Map.entry("day", ChronoUnit.DAYS),
            Map.entry("week", ChronoUnit.WEEKS),
            Map.entry("month", ChronoUnit.MONTHS),
            Map.entry("year", ChronoUnit.YEARS));

    private final Matcher matcher;
    private final ZoneId zone;
    private @Nullable LocalDate date;
    private @Nullable LocalTime time;
    private @Nullable ZoneId ownZone;
    private @Nullable DayOfWeek weekday;
    private final Map<ChronoUnit, Long> shifts = new EnumMap<>(ChronoUnit.class);

    private Dates(String text, ZoneId zone) {
        this.matcher = Pattern.compile("").matcher(text);
        this.zone = zone;
    }

    /** {@code [[CC]YY]MMDDhhmm[.ss]}; empty if it is none. */
    static Optional<Instant> stamp(String text, ZoneId zone) {
        Matcher matcher = STAMP.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String century = matcher.group(1);
        int year = century == null ? ZonedDateTime.now(zone).getYear() : Integer.parseInt(century);
        if (century != null && century.length() == 2) {
            year += year < 69 ? 2000 : 1900;
        }
        String rest = matcher.group(2);
        int seconds = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        try {
            return Optional.of(LocalDate.of(year, pair(rest, 0), pair(rest, 2))
                    .atTime(pair(rest, 4), pair(rest, 6), Math.min(seconds, 59))
                    .atZone(zone)
                    .plusSeconds(seconds == 60 ? 1 : 0)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int pair(String digits, int at) {
        return Integer.parseInt(digits.substring(at, at + 2));
    }

    /** The moment that a text means, as seen from another one; empty if it means none. */
    static Optional<Instant> parse(String text, Instant now, ZoneId zone) {
        Matcher epoch = EPOCH.matcher(text.strip());
        try {
            if (epoch.matches()) {
                String fraction = epoch.group(2) == null ? "" : epoch.group(2);
                long nanos = Long.parseLong((fraction + "000000000").substring(0, 9));
                long seconds = Long.parseLong(epoch.group(1));
                return Optional.of(Instant.ofEpochSecond(seconds, epoch.group(1).startsWith("-") ? -nanos : nanos));
            }
            String lower = text.toLowerCase(Locale.ROOT).replace(',', ' ').strip();
            Dates dates = new Dates(lower, zone);
            return dates.read(lower) ? Optional.of(dates.result(now)) : Optional.empty();
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean read(String text) {
        int at = 0;
        while (at < text.length()) {
            matcher.region(at, text.length());
            if (!part()) {
                return false;
            }
            at = matcher.end();
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
        return true;
    }

    private boolean at(String pattern) {
        return matcher.usePattern(Pattern.compile(pattern)).lookingAt();
    }

    private int number(int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private boolean part() {
        if (at("([0-9]{4,9})-([0-9]{1,2})-([0-9]{1,2})(?:t(?=[0-9]))?")) {
            return day(LocalDate.of(number(1), number(2), number(3)));
        }
        if (at("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?![0-9])")) {
            return day(LocalDate.of(number(3), number(1), number(2)));
        }
        if (at("([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9:])")) {
            return day(LocalDate.of(number(1), number(2), number(3)));
        }
        if (at("([0-9]{1,2})[ -]?([a-z]{3})[a-z]*[ -]([0-9]{4})(?![0-9:])") && month(2) > 0) {
            return day(LocalDate.of(number(3), month(2), number(1)));
        }
        if (at("([a-z]{3})[a-z]* ([0-9]{1,2}) ([0-9]{4})(?![0-9:])") && month(1) > 0) {
            return day(LocalDate.of(number(3), month(1), number(2)));
        }
        if (at("([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,9})[0-9]*)?)? ?([ap]m)?(?![a-z0-9:])")
                || at("([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,9})[0-9]*)?)?()(?=[-+z])")) {
            return clock();
        }
        if (time != null && at("([-+])([0-9]{2}):?([0-9]{2})(?![0-9a-z ]*(?:sec|min|hour|day|week|month|year))")) {
            int sign = matcher.group(1).equals("-") ? -1 : 1;
            return zone(ZoneOffset.ofHoursMinutes(sign * number(2), sign * number(3)));
        }
        if (at("(?:utc|gmt|z)(?![a-z])")) {
            return zone(ZoneOffset.UTC);
        }
        if (at("(now|today|yesterday|tomorrow)(?![a-z])")) {
            shift(
                    ChronoUnit.DAYS,
                    matcher.group(1).equals("yesterday") ? -1 : matcher.group(1).equals("tomorrow") ? 1 : 0);
            return true;
        }
        if (at("([-+]? ?[0-9]{1,9}|next|last|a) ?([a-z]+?)s?( ago)?(?![a-z])") && UNITS.containsKey(matcher.group(2))) {
            String count = matcher.group(1).replace(" ", "");
            long value =
                    count.equals("next") || count.equals("a") ? 1 : count.equals("last") ? -1 : Long.parseLong(count);
            shift(UNITS.get(matcher.group(2)), matcher.group(3) == null ? value : -value);
            return true;
        }
        if (at("(mon|tue|wed|thu|fri|sat|sun)[a-z]*")) {
            weekday = DayOfWeek.of("montuewedthufrisatsun".indexOf(matcher.group(1)) / 3 + 1);
            return true;
        }
        return false;
    }

    private int month(int group) {
        int at = MONTHS.indexOf(matcher.group(group));
        return at >= 0 && at % 3 == 0 ? at / 3 + 1 : 0;
    }

    private boolean day(LocalDate value) {
        boolean first = date == null;
        date = value;
        return first;
    }

    private boolean zone(ZoneId value) {
        boolean first = ownZone == null;
        ownZone = value;
        return first;
    }

    private boolean clock() {
        int hour = number(1);
        String half = matcher.group(5);
        if (half != null && !half.isEmpty()) {
            if (hour < 1 || hour > 12) {
                return false;
            }
            hour = hour % 12 + (half.equals("pm") ? 12 : 0);
        }
        String fraction = matcher.group(4) == null ? "" : matcher.group(4);
        boolean first = time == null;
        time = LocalTime.of(
                hour,
                number(2),
                matcher.group(3) == null ? 0 : number(3),
                Integer.parseInt((fraction + "000000000").substring(0, 9)));
        return first;
    }

    private void shift(ChronoUnit unit, long count) {
        shifts.merge(unit, count, Math::addExact);
    }

    private Instant result(Instant now) {
        ZoneId where = ownZone == null ? zone : ownZone;
        ZonedDateTime moment = now.atZone(where);
        if (date != null) {
            moment = date.atStartOfDay(where);
        }
        if (time != null) {
            moment = moment.with(time);
        } else if (weekday != null) {
            moment = moment.truncatedTo(ChronoUnit.DAYS);
        }
        if (weekday != null) {
            moment = moment.with(TemporalAdjusters.nextOrSame(weekday));
        }
        for (Map.Entry<ChronoUnit, Long> shift : shifts.entrySet()) {
            moment = moment.plus(shift.getValue(), shift.getKey());
        }
        return moment.toInstant();
    }
}

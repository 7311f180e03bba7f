// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.INT;
import static io.invowk.maven.cue.builtin.Parameter.STRING;

import io.invowk.maven.cue.value.Value;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The package {@code time}: texts of times and durations; no clock is read. */
final class TimePackage extends StandardPackage {
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000L);

    TimePackage() {
        constants();
        check("Time", a -> TimeText.parse(a.string(0), TimeLayout.RFC3339, true) != null, STRING);
        check("Format", a -> TimeText.parse(a.string(0), new TimeLayout(a.string(1)), false) != null, STRING, STRING);
        check("Duration", TimePackage::isDuration, STRING);
        function("ParseDuration", a -> a.make().of(DurationText.parse(a.string(0))), STRING);
        function("FormatDuration", a -> a.make().of(DurationText.format(a.wide(0))), INT);
        function(
                "FormatString",
                a -> a.make().of(new TimeLayout(a.string(0)).format(time(a.string(1)))),
                STRING,
                STRING);
        function("Parse", TimePackage::parse, STRING, STRING);
        function("Unix", a -> a.make().of(utc(unix(a.wide(0), a.wide(1)))), INT, INT);
        function("ToUnix", a -> a.make().of(time(a.string(0)).toEpochSecond()), STRING);
        function("ToUnixNano", a -> a.make().of(nanos(time(a.string(0)))), STRING);
        function("Split", TimePackage::split, STRING);
    }

    private void constants() {
        constant("Nanosecond", 1);
        constant("Microsecond", 1_000);
        constant("Millisecond", 1_000_000);
        constant("Second", 1_000_000_000L);
        constant("Minute", 60_000_000_000L);
        constant("Hour", 3_600_000_000_000L);
        for (Month month : Month.values()) {
            constant(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH), month.getValue());
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            constant(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH), day.getValue() % 7);
        }
        constant("ANSIC", "Mon Jan _2 15:04:05 2006");
        constant("UnixDate", "Mon Jan _2 15:04:05 MST 2006");
        constant("RubyDate", "Mon Jan 02 15:04:05 -0700 2006");
        constant("RFC822", "02 Jan 06 15:04 MST");
        constant("RFC822Z", "02 Jan 06 15:04 -0700");
        constant("RFC850", "Monday, 02-Jan-06 15:04:05 MST");
        constant("RFC1123", "Mon, 02 Jan 2006 15:04:05 MST");
        constant("RFC1123Z", "Mon, 02 Jan 2006 15:04:05 -0700");
        constant("RFC3339", "2006-01-02T15:04:05Z07:00");
        constant("RFC3339Nano", "2006-01-02T15:04:05.999999999Z07:00");
        constant("RFC3339Date", "2006-01-02");
        constant("Kitchen", "3:04PM");
        constant("Kitchen24", "15:04");
    }

    private static boolean isDuration(Arguments a) {
        DurationText.parse(a.string(0));
        return true;
    }

    private static OffsetDateTime time(String text) {
        return TimeText.parse(text, TimeLayout.RFC3339, true);
    }

    private static Value parse(Arguments a) {
        return a.make().of(utc(TimeText.parse(a.string(1), new TimeLayout(a.string(0)), false)));
    }

    private static OffsetDateTime unix(long seconds, long nanos) {
        try {
            return OffsetDateTime.ofInstant(Instant.ofEpochSecond(seconds, nanos), ZoneOffset.UTC);
        } catch (DateTimeException | ArithmeticException e) {
            throw new CallException("the time is out of range");
        }
    }

    private static String utc(OffsetDateTime time) {
        return TimeLayout.RFC3339.format(time.withOffsetSameInstant(ZoneOffset.UTC));
    }

    private static BigInteger nanos(OffsetDateTime time) {
        return BigInteger.valueOf(time.toEpochSecond()).multiply(NANOS).add(BigInteger.valueOf(time.getNano()));
    }

    private static Value split(Arguments a) {
        OffsetDateTime time = time(a.string(0));
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("year", a.make().of(time.getYear()));
        fields.put("month", a.make().of(time.getMonthValue()));
        fields.put("day", a.make().of(time.getDayOfMonth()));
        fields.put("hour", a.make().of(time.getHour()));
        fields.put("minute", a.make().of(time.getMinute()));
        fields.put("second", a.make().of(time.getSecond()));
        fields.put("nanosecond", a.make().of(time.getNano()));
        return a.make().struct(fields);
    }
}

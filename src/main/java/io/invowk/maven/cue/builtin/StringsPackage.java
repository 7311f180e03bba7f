// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.DATA;
import static io.invowk.maven.cue.builtin.Parameter.INT;
import static io.invowk.maven.cue.builtin.Parameter.LIST;
import static io.invowk.maven.cue.builtin.Parameter.STRING;

import io.invowk.maven.cue.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The package {@code strings}; indexes and lengths are bytes of UTF-8 unless a name says runes. */
final class StringsPackage extends StandardPackage {
    private static final int MAX_REPETITIONS = 1_000_000;

    StringsPackage() {
        check("MinRunes", a -> runes(a.string(0)) >= a.small(1), STRING, INT);
        check("MaxRunes", a -> runes(a.string(0)) <= a.small(1), STRING, INT);
        check("HasPrefix", a -> a.string(0).startsWith(a.string(1)), STRING, STRING);
        check("HasSuffix", a -> a.string(0).endsWith(a.string(1)), STRING, STRING);
        check("Contains", a -> a.string(0).contains(a.string(1)), STRING, STRING);
        check("ContainsAny", a -> indexAny(a.string(0), a.string(1)) >= 0, STRING, STRING);
        splitting();
        changing();
        searching();
        function("Runes", StringsPackage::codePoints, STRING);
        function("SliceRunes", StringsPackage::sliceRunes, STRING, INT, INT);
        function("ByteAt", StringsPackage::byteAt, DATA, INT);
        function("ByteSlice", StringsPackage::byteSlice, DATA, INT, INT);
    }

    private void splitting() {
        function("Join", a -> a.make().of(String.join(a.string(1), a.strings(0))), LIST, STRING);
        function("Split", a -> a.make().strings(split(a.string(0), a.string(1), 0, -1)), STRING, STRING);
        function("SplitN", a -> a.make().strings(split(a.string(0), a.string(1), 0, a.small(2))), STRING, STRING, INT);
        function(
                "SplitAfter",
                a -> a.make()
                        .strings(split(a.string(0), a.string(1), a.string(1).length(), -1)),
                STRING,
                STRING);
        function(
                "SplitAfterN",
                a -> a.make()
                        .strings(split(a.string(0), a.string(1), a.string(1).length(), a.small(2))),
                STRING,
                STRING,
                INT);
        function("Fields", a -> a.make().strings(fields(a.string(0))), STRING);
    }

    private void changing() {
        function("ToUpper", a -> a.make().of(mapped(a.string(0), Character::toUpperCase)), STRING);
        function("ToLower", a -> a.make().of(mapped(a.string(0), Character::toLowerCase)), STRING);
        function("ToTitle", a -> a.make().of(words(a.string(0), Character::toTitleCase)), STRING);
        function("ToCamel", a -> a.make().of(words(a.string(0), Character::toLowerCase)), STRING);
        function("TrimSpace", a -> a.make().of(trim(a.string(0), StringsPackage::isSpace, true, true)), STRING);
        function("Trim", a -> a.make().of(trim(a.string(0), in(a.string(1)), true, true)), STRING, STRING);
        function("TrimLeft", a -> a.make().of(trim(a.string(0), in(a.string(1)), true, false)), STRING, STRING);
        function("TrimRight", a -> a.make().of(trim(a.string(0), in(a.string(1)), false, true)), STRING, STRING);
        function(
                "TrimPrefix",
                a -> a.make()
                        .of(
                                a.string(0).startsWith(a.string(1))
                                        ? a.string(0).substring(a.string(1).length())
                                        : a.string(0)),
                STRING,
                STRING);
        function(
                "TrimSuffix",
                a -> a.make()
                        .of(
                                a.string(0).endsWith(a.string(1))
                                        ? a.string(0)
                                                .substring(
                                                        0,
                                                        a.string(0).length()
                                                                - a.string(1).length())
                                        : a.string(0)),
                STRING,
                STRING);
        function(
                "Replace",
                a -> a.make().of(replace(a.string(0), a.string(1), a.string(2), a.small(3))),
                STRING,
                STRING,
                STRING,
                INT);
        function("Repeat", StringsPackage::repeat, STRING, INT);
    }

    private void searching() {
        function("Index", a -> a.make().of(bytes(a.string(0), a.string(0).indexOf(a.string(1)))), STRING, STRING);
        function(
                "LastIndex",
                a -> a.make().of(bytes(a.string(0), a.string(0).lastIndexOf(a.string(1)))),
                STRING,
                STRING);
        function("IndexAny", a -> a.make().of(bytes(a.string(0), indexAny(a.string(0), a.string(1)))), STRING, STRING);
        function(
                "LastIndexAny",
                a -> a.make().of(bytes(a.string(0), lastIndexAny(a.string(0), a.string(1)))),
                STRING,
                STRING);
        function("Count", a -> a.make().of(occurrences(a.string(0), a.string(1))), STRING, STRING);
        function(
                "Compare",
                a -> a.make().of(Integer.signum(Arrays.compareUnsigned(a.data(0), a.data(1)))),
                STRING,
                STRING);
    }

    /** A change of one code point, or a property of one. */
    private interface RuneChange {
        int apply(int rune);
    }

    private interface RuneTest {
        boolean holds(int rune);
    }

    private static int runes(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String mapped(String text, RuneChange change) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(rune -> out.appendCodePoint(change.apply(rune)));
        return out.toString();
    }

    /** Changes the first letter of every word; words end at white space. */
    private static String words(String text, RuneChange change) {
        StringBuilder out = new StringBuilder();
        boolean start = true;
        for (int rune : text.codePoints().toArray()) {
            out.appendCodePoint(start ? change.apply(rune) : rune);
            start = isSpace(rune);
        }
        return out.toString();
    }

    /** White space of Unicode, next line and no-break space included. */
    static boolean isSpace(int rune) {
        return Character.isSpaceChar(rune) || (rune >= '\t' && rune <= '\r') || rune == 0x85;
    }

    private static RuneTest in(String set) {
        return rune -> set.indexOf(rune) >= 0;
    }

    private static String trim(String text, RuneTest dropped, boolean left, boolean right) {
        int from = 0;
        int to = text.length();
        while (left && from < to && dropped.holds(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (right && from < to && dropped.holds(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    private static List<String> split(String text, String separator, int kept, int limit) {
        List<String> parts = new ArrayList<>();
        if (limit == 0) {
            return parts;
        }
        int from = 0;
        while (limit < 0 || parts.size() < limit - 1) {
            int to;
            if (separator.isEmpty()) {
                if (from >= text.length()) {
                    return parts;
                }
                to = from + Character.charCount(text.codePointAt(from));
                if (to >= text.length()) {
                    break;
                }
            } else {
                to = text.indexOf(separator, from);
                if (to < 0) {
                    break;
                }
            }
            parts.add(text.substring(from, to + kept));
            from = to + separator.length();
        }
        if (!separator.isEmpty() || from < text.length()) {
            parts.add(text.substring(from));
        }
        return parts;
    }

    private static List<String> fields(String text) {
        List<String> found = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int rune : text.codePoints().toArray()) {
            if (!isSpace(rune)) {
                field.appendCodePoint(rune);
            } else if (!field.isEmpty()) {
                found.add(field.toString());
                field.setLength(0);
            }
        }
        if (!field.isEmpty()) {
            found.add(field.toString());
        }
        return found;
    }

    private static String replace(String text, String old, String fresh, int limit) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        int done = 0;
        while (limit < 0 || done < limit) {
            int at = text.indexOf(old, from);
            if (old.isEmpty()) {
                at = done == 0 ? 0 : from < text.length() ? from + Character.charCount(text.codePointAt(from)) : -1;
            }
            if (at < 0) {
                break;
            }
            out.append(text, from, at).append(fresh);
            from = at + old.length();
            done++;
            if (out.length() > 100 * MAX_REPETITIONS) {
                throw CallException.arithmetic("the result is too long");
            }
        }
        return out.append(text, from, text.length()).toString();
    }

    private static Value repeat(Arguments a) {
        int count = a.small(1);
        if (count < 0 || count > MAX_REPETITIONS) {
            throw CallException.arithmetic("the count " + count + " is not within 0 and " + MAX_REPETITIONS);
        }
        if ((long) count * a.string(0).length() > 100L * MAX_REPETITIONS) {
            throw CallException.arithmetic("the result is too long");
        }
        return a.make().of(a.string(0).repeat(count));
    }

    private static int bytes(String text, int index) {
        return index <= 0 ? index : text.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
    }

    private static int indexAny(String text, String set) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (set.indexOf(text.codePointAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static int lastIndexAny(String text, String set) {
        int i = text.length();
        while (i > 0) {
            int rune = text.codePointBefore(i);
            i -= Character.charCount(rune);
            if (set.indexOf(rune) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static int occurrences(String text, String part) {
        if (part.isEmpty()) {
            return runes(text) + 1;
        }
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private static Value codePoints(Arguments a) {
        List<Value> list = new ArrayList<>();
        a.string(0).codePoints().forEach(rune -> list.add(a.make().of(rune)));
        return a.make().list(list);
    }

    private static void checkRange(int from, int to, int size) {
        if (from < 0 || from > to || to > size) {
            throw CallException.range("the range " + from + " to " + to + " is not within 0 and " + size);
        }
    }

    private static Value sliceRunes(Arguments a) {
        String text = a.string(0);
        checkRange(a.small(1), a.small(2), runes(text));
        int from = text.offsetByCodePoints(0, a.small(1));
        return a.make().of(text.substring(from, text.offsetByCodePoints(from, a.small(2) - a.small(1))));
    }

    private static Value byteAt(Arguments a) {
        byte[] data = a.data(0);
        int index = a.small(1);
        if (index < 0 || index >= data.length) {
            throw CallException.range("index " + index + " is not within the " + data.length + " bytes");
        }
        return a.make().of(data[index] & 0xff);
    }

    private static Value byteSlice(Arguments a) {
        byte[] data = a.data(0);
        checkRange(a.small(1), a.small(2), data.length);
        return a.make().of(Arrays.copyOfRange(data, a.small(1), a.small(2)));
    }
}

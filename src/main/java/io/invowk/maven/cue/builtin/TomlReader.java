// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Value;
import io.invowk.maven.toml.InvalidTomlException;
import io.invowk.maven.toml.TomlDocument;
import io.invowk.maven.toml.TomlNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes values of TOML: numbers keep their spelling, dates and times are strings. */
final class TomlReader {
    /** What can be written with a point and an exponent of a size that other functions take, too. */
    private static final Pattern FINITE = Pattern.compile("[+-]?[0-9.]+([eE][+-]?[0-9]{1,6})?");

    private final Values make;

    private TomlReader(Values make) {
        this.make = make;
    }

    static Value document(String text, Values make) {
        try {
            return new TomlReader(make).value(TomlDocument.parse(text));
        } catch (InvalidTomlException e) {
            throw new CallException("invalid TOML: " + e.getMessage());
        }
    }

    private Value value(TomlNode node) {
        if (node instanceof TomlNode.Text text) {
            return make.of(text.value());
        }
        if (node instanceof TomlNode.Bool bool) {
            return make.of(bool.value());
        }
        if (node instanceof TomlNode.Numeral number) {
            return number.integer() ? make.of(integer(number.text())) : make.number(decimal(number.text()), false);
        }
        if (node instanceof TomlNode.Moment moment) {
            return make.of(moment(moment.text()));
        }
        if (node instanceof TomlNode.Sequence sequence) {
            List<Value> elements = new ArrayList<>();
            sequence.elements().forEach(element -> elements.add(value(element)));
            return make.list(elements);
        }
        Map<String, Value> fields = new LinkedHashMap<>();
        ((TomlNode.Table) node).entries().forEach((key, entry) -> fields.put(key, value(entry)));
        return make.struct(fields);
    }

    private static BigInteger integer(String text) {
        String digits = text.replace("_", "");
        int radix = digits.startsWith("0x") ? 16 : digits.startsWith("0o") ? 8 : digits.startsWith("0b") ? 2 : 10;
        return new BigInteger(radix == 10 ? digits : digits.substring(2), radix);
    }

    private static BigDecimal decimal(String text) {
        String digits = text.replace("_", "");
        if (!FINITE.matcher(digits).matches()) {
            throw new CallException("\"" + text + "\" is no number that a value can have");
        }
        return new BigDecimal(digits);
    }

    /** A date and its time are separated by a capital T, as everywhere in CUE. */
    private static String moment(String text) {
        boolean both = text.contains("-") && text.contains(":");
        if (both && text.matches(".*[ tz].*")) {
            throw new CallException(
                    "\"" + text + "\" needs a capital T between date and time, and a capital Z at its end");
        }
        return text;
    }
}

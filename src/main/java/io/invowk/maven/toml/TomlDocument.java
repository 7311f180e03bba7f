// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.toml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.tomlj.TomlValue;
import org.tomlj.TomlVersion;

/** Reads TOML 1.0 texts. Numbers and dates are taken from the text: the library rounds them. */
public final class TomlDocument {
    /** What ends a number or a date. */
    private static final String ENDS = ",]}#\t\r\n";

    private final List<String> lines;

    private TomlDocument(String text) {
        this.lines = text.lines().toList();
    }

    /**
     * The table of a whole text.
     *
     * @throws InvalidTomlException if it is no TOML
     */
    public static TomlNode.Table parse(String text) throws InvalidTomlException {
        TomlParseResult result = Toml.parse(text, TomlVersion.V1_0_0);
        if (result.hasErrors()) {
            TomlParseError first = result.errors().get(0);
            throw new InvalidTomlException("line " + first.position().line() + ": " + first.getMessage());
        }
        return new TomlDocument(text).table(result);
    }

    private TomlNode.Table table(TomlTable table) {
        Map<String, TomlNode> entries = new LinkedHashMap<>();
        for (String key : table.keySet()) {
            entries.put(key, node(table.entry(List.of(key)).value()));
        }
        return new TomlNode.Table(entries);
    }

    private TomlNode node(TomlValue value) {
        if (value.isTable()) {
            return table(value.getTable());
        }
        if (value.isArray()) {
            TomlArray array = value.getArray();
            List<TomlNode> elements = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                elements.add(node(array.entry(i).value()));
            }
            return new TomlNode.Sequence(elements);
        }
        if (value.isString()) {
            return new TomlNode.Text(value.getString());
        }
        if (value.isBoolean()) {
            return new TomlNode.Bool(value.getBoolean());
        }
        String written = written(value.position());
        return value.isLong() || value.isDouble()
                ? new TomlNode.Numeral(written, value.isLong())
                : new TomlNode.Moment(written);
    }

    /** A number or date that begins at a position, which counts code points from 1. */
    private String written(TomlPosition at) {
        String line = lines.get(at.line() - 1);
        int from = line.offsetByCodePoints(0, at.column() - 1);
        int to = from;
        while (to < line.length() && ENDS.indexOf(line.charAt(to)) < 0) {
            to++;
        }
        return line.substring(from, to).strip();
    }
}

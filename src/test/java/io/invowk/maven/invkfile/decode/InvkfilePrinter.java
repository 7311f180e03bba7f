// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.Quoted;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Records as text: one component per line with its name, parts indented, places as {@code @line:column}. What says
 * nothing (empty, {@code false}, the file itself) is left out, so that a golden file shows what its input says.
 */
final class InvkfilePrinter {
    private final StringBuilder out = new StringBuilder();

    private InvkfilePrinter() {}

    static String print(Record rec) {
        InvkfilePrinter printer = new InvkfilePrinter();
        printer.record("", rec);
        return printer.out.toString();
    }

    private void record(String indent, Record rec) {
        for (RecordComponent component : rec.getClass().getRecordComponents()) {
            component(indent, component.getName(), read(rec, component));
        }
    }

    private void component(String indent, String name, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> component(indent, name, present));
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(element -> component(indent, name, element));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> component(indent, name + "." + key, element));
        } else if (value instanceof Place place) {
            line(indent, name, "@" + place.position());
        } else if (value instanceof Record rec) {
            block(indent, name, rec);
        } else if (value instanceof String text) {
            line(indent, name, Quoted.of(text));
        } else if (!(value instanceof Path) && !Boolean.FALSE.equals(value)) {
            line(indent, name, value.toString());
        }
    }

    /** Nothing is printed for a record that says nothing. */
    private void block(String indent, String name, Record rec) {
        int start = out.length();
        line(indent, name, rec.getClass().getSimpleName());
        int before = out.length();
        record(indent + "  ", rec);
        if (out.length() == before) {
            out.setLength(start);
        }
    }

    private void line(String indent, String name, String value) {
        out.append(indent).append(name).append(": ").append(value).append('\n');
    }

    private static Object read(Record rec, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(rec);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }
}

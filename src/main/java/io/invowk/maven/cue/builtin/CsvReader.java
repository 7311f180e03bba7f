// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.util.ArrayList;
import java.util.List;

/** Reads records of comma-separated fields; empty lines are none. */
final class CsvReader {
    private final String text;
    private int at;

    CsvReader(String text) {
        this.text = text.replace("\r\n", "\n");
    }

    List<List<String>> records() {
        List<List<String>> records = new ArrayList<>();
        while (at < text.length()) {
            if (text.charAt(at) == '\n') {
                at++;
            } else {
                records.add(record());
            }
        }
        return records;
    }

    private List<String> record() {
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            if (at >= text.length()) {
                return fields;
            }
            char end = text.charAt(at);
            at++;
            if (end == '\n') {
                return fields;
            }
        }
    }

    private String plain() {
        int from = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
            if (text.charAt(at) == '"') {
                throw new CallException("a quote in a field that is not quoted");
            }
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        StringBuilder out = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            at++;
            if (c != '"') {
                out.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                out.append('"');
                at++;
            } else if (at == text.length() || text.charAt(at) == ',' || text.charAt(at) == '\n') {
                return out.toString();
            } else {
                throw new CallException("text behind a quoted field");
            }
        }
        throw new CallException("a quoted field has no end");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.DATA;
import static io.invowk.maven.cue.builtin.Parameter.LIST;

import io.invowk.maven.cue.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The package {@code encoding/csv} (RFC 4180): all records have the same number of fields. */
final class CsvPackage extends StandardPackage {
    CsvPackage() {
        function("Encode", CsvPackage::encode, LIST);
        function("Decode", CsvPackage::decode, DATA);
    }

    private static Value encode(Arguments a) {
        StringBuilder out = new StringBuilder();
        for (Value line : a.list(0)) {
            if (!(line instanceof Value.ListValue record)) {
                throw new CallException("each record must be a list, not " + line.kind());
            }
            List<String> fields = new ArrayList<>();
            for (Value field : record.elements()) {
                fields.add(quoted(text(field)));
            }
            out.append(String.join(",", fields)).append('\n');
        }
        return a.make().of(out.toString());
    }

    private static String text(Value field) {
        if (field instanceof Value.Str str) {
            return str.value();
        }
        return JsonWriter.compact(field);
    }

    private static String quoted(String field) {
        boolean plain = !field.equals("\\.")
                && field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                && (field.isEmpty() || !StringsPackage.isSpace(field.codePointAt(0)));
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    private static Value decode(Arguments a) {
        List<Value> records = new ArrayList<>();
        int width = -1;
        for (List<String> record : new CsvReader(a.text(0)).records()) {
            if (width >= 0 && record.size() != width) {
                throw new CallException("a record has " + record.size() + " fields, not " + width);
            }
            width = record.size();
            records.add(a.make().strings(record));
        }
        return a.make().list(records);
    }
}

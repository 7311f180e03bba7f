// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.ANY;
import static io.invowk.maven.cue.builtin.Parameter.DATA;
import static io.invowk.maven.cue.builtin.Parameter.LIST;
import static io.invowk.maven.cue.builtin.Parameter.SCHEMA;
import static io.invowk.maven.cue.builtin.Parameter.STRING;

import io.invowk.maven.cue.value.Value;
import java.util.Optional;

/** The package {@code encoding/json}. */
final class JsonPackage extends StandardPackage {
    JsonPackage() {
        function("Marshal", a -> a.make().of(JsonWriter.compact(a.value(0))), ANY);
        function("MarshalStream", JsonPackage::marshalStream, LIST);
        function("Unmarshal", a -> reader(a).single(), DATA);
        function("UnmarshalStream", a -> a.make().list(reader(a).all()), DATA);
        check("Valid", JsonPackage::valid, DATA);
        check("Validate", JsonPackage::validate, DATA, SCHEMA);
        function("Compact", a -> a.make().of(JsonLayout.compact(checked(a))), DATA);
        function(
                "Indent",
                a -> a.make().of(JsonLayout.indent(checked(a), a.string(1), a.string(2))),
                DATA,
                STRING,
                STRING);
        function("HTMLEscape", a -> a.make().of(JsonLayout.htmlEscape(a.text(0))), DATA);
    }

    private static JsonReader reader(Arguments a) {
        return new JsonReader(a.text(0), a.make());
    }

    private static String checked(Arguments a) {
        reader(a).single();
        return a.text(0);
    }

    private static Value marshalStream(Arguments a) {
        StringBuilder out = new StringBuilder();
        for (Value element : a.list(0)) {
            out.append(JsonWriter.compact(element)).append('\n');
        }
        return a.make().of(out.toString());
    }

    private static boolean valid(Arguments a) {
        try {
            checked(a);
            return true;
        } catch (CallException e) {
            return false;
        }
    }

    private static boolean validate(Arguments a) {
        Optional<Schema.Refusal> refusal = a.schema(1).refusal(reader(a).single(), true);
        if (refusal.isPresent()) {
            throw CallException.refused(refusal.get());
        }
        return true;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.ANY;
import static io.invowk.maven.cue.builtin.Parameter.DATA;
import static io.invowk.maven.cue.builtin.Parameter.LIST;
import static io.invowk.maven.cue.builtin.Parameter.SCHEMA;

import io.invowk.maven.cue.value.Value;
import java.util.List;
import java.util.Optional;

/** The package {@code encoding/yaml}. */
final class YamlPackage extends StandardPackage {
    YamlPackage() {
        function("Marshal", a -> a.make().of(YamlWriter.document(a.value(0))), ANY);
        function("MarshalStream", YamlPackage::marshalStream, LIST);
        function("Unmarshal", YamlPackage::unmarshal, DATA);
        function("UnmarshalStream", a -> a.make().list(YamlReader.documents(a.text(0), a.make())), DATA);
        check("Validate", a -> validate(a, true), DATA, SCHEMA);
        check("ValidatePartial", a -> validate(a, false), DATA, SCHEMA);
    }

    private static Value marshalStream(Arguments a) {
        StringBuilder out = new StringBuilder();
        for (Value document : a.list(0)) {
            out.append(out.isEmpty() ? "" : "---\n").append(YamlWriter.document(document));
        }
        return a.make().of(out.toString());
    }

    private static Value unmarshal(Arguments a) {
        List<Value> documents = YamlReader.documents(a.text(0), a.make());
        if (documents.size() > 1) {
            throw new CallException("the text has several documents");
        }
        return documents.isEmpty() ? a.make().nothing() : documents.get(0);
    }

    private static boolean validate(Arguments a, boolean concrete) {
        for (Value document : YamlReader.documents(a.text(0), a.make())) {
            Optional<Schema.Refusal> refusal = a.schema(1).refusal(document, concrete);
            if (refusal.isPresent()) {
                throw CallException.refused(refusal.get());
            }
        }
        return true;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import io.invowk.maven.cue.compile.ArcType;
import io.invowk.maven.cue.compile.CompiledDecl;
import io.invowk.maven.cue.compile.CompiledExpr;
import io.invowk.maven.cue.compile.FieldLabel;
import io.invowk.maven.cue.compile.Scalar;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finished values as expressions again, each at the place where it was written. */
final class ValueLiteral {
    private ValueLiteral() {}

    static CompiledExpr of(Value value) {
        Place place = value.origin().place();
        if (value instanceof Value.Struct struct) {
            return struct(place, struct);
        }
        if (value instanceof Value.ListValue list) {
            List<CompiledDecl.ListItem> items = new ArrayList<>(list.elements().size());
            for (Value element : list.elements()) {
                items.add(of(element));
            }
            return new CompiledExpr.ListLiteral(place, items, false, null);
        }
        return new CompiledExpr.Literal(place, scalar(value));
    }

    private static CompiledExpr struct(Place place, Value.Struct struct) {
        List<CompiledDecl> fields = new ArrayList<>(struct.fields().size());
        for (Map.Entry<String, Value.Field> field : struct.fields().entrySet()) {
            FieldLabel label = FieldLabel.regular(field.getKey());
            Value.Field content = field.getValue();
            fields.add(new CompiledDecl.Field(content.label(), label, ArcType.MEMBER, of(content.value())));
        }
        return new CompiledExpr.StructLiteral(place, fields, false);
    }

    private static Scalar scalar(Value value) {
        if (value instanceof Value.Str text) {
            return new Scalar.Str(text.value());
        }
        if (value instanceof Value.Num number) {
            return new Scalar.Num(number.value(), number.integer());
        }
        if (value instanceof Value.Bool bool) {
            return new Scalar.Bool(bool.value());
        }
        if (value instanceof Value.Bytes bytes) {
            byte[] copy = new byte[bytes.value().size()];
            for (int i = 0; i < copy.length; i++) {
                copy[i] = bytes.value().get(i);
            }
            return new Scalar.Bytes(copy);
        }
        return new Scalar.Null();
    }
}

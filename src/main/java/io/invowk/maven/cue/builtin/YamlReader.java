// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.Value;
import io.invowk.maven.yaml.InvalidYamlException;
import io.invowk.maven.yaml.YamlDocuments;
import io.invowk.maven.yaml.YamlNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes values of YAML nodes: bools are only {@code true} and {@code false}, dates stay strings. */
final class YamlReader {
    private static final Pattern PREFIXED =
            Pattern.compile("([+-]?)0(?:x([0-9a-fA-F_]+)|o([0-7_]+)|b([01_]+)|([0-7_]+))");
    private static final Pattern INT = Pattern.compile("[+-]?(0|[1-9][0-9_]*)");
    private static final Pattern FLOAT =
            Pattern.compile("[+-]?([0-9][0-9_]*\\.?[0-9_]*|\\.[0-9][0-9_]*)([eE][+-]?[0-9]{1,6})?");
    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private final Values make;

    private YamlReader(Values make) {
        this.make = make;
    }

    static List<Value> documents(String text, Values make) {
        YamlReader reader = new YamlReader(make);
        List<Value> values = new ArrayList<>();
        try {
            for (YamlNode node : YamlDocuments.parse(text)) {
                values.add(reader.value(node));
            }
        } catch (InvalidYamlException e) {
            throw new CallException("invalid YAML: " + e.getMessage());
        }
        return values;
    }

    private Value value(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar(scalar);
        }
        if (node instanceof YamlNode.Sequence sequence) {
            List<Value> elements = new ArrayList<>();
            for (YamlNode element : sequence.elements()) {
                elements.add(value(element));
            }
            return make.list(elements);
        }
        Map<String, Value> fields = new LinkedHashMap<>();
        collect((YamlNode.Mapping) node, fields, new LinkedHashMap<>());
        return make.struct(fields);
    }

    /** Takes in the fields of a mapping; those that a merge key brings give way. */
    private void collect(YamlNode.Mapping mapping, Map<String, Value> fields, Map<String, Value> merged) {
        for (YamlNode.Entry entry : mapping.entries()) {
            if (entry.key() instanceof YamlNode.Scalar key
                    && key.plain()
                    && key.text().equals("<<")) {
                merge(entry.value(), merged);
                continue;
            }
            if (!(entry.key() instanceof YamlNode.Scalar key)) {
                throw new CallException("a key must be a scalar");
            }
            Value value = value(entry.value());
            Value before = fields.putIfAbsent(key.text(), value);
            if (before != null && !Same.test(before, value)) {
                throw new CallException("two values for the key \"" + key.text() + "\"");
            }
        }
        merged.forEach(fields::putIfAbsent);
    }

    private void merge(YamlNode source, Map<String, Value> merged) {
        if (source instanceof YamlNode.Sequence sequence) {
            for (YamlNode element : sequence.elements()) {
                merge(element, merged);
            }
            return;
        }
        if (!(source instanceof YamlNode.Mapping mapping)) {
            throw new CallException("only mappings can be merged");
        }
        Map<String, Value> fields = new LinkedHashMap<>();
        collect(mapping, fields, new LinkedHashMap<>());
        fields.forEach(merged::putIfAbsent);
    }

    private Value scalar(YamlNode.Scalar scalar) {
        return switch (scalar.tag()) {
            case "" -> scalar.plain() ? plain(scalar.text()) : make.of(scalar.text());
            case "!!str", "!!timestamp", "!" -> make.of(scalar.text());
            case "!!binary" -> make.of(binary(scalar.text()));
            case "!!float" -> asFloat(plain(scalar.text()));
            default -> plain(scalar.text());
        };
    }

    private static byte[] binary(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new CallException("not a base64 text");
        }
    }

    private Value asFloat(Value value) {
        return value instanceof Value.Num num ? make.number(num.value(), false) : value;
    }

    private Value plain(String text) {
        switch (text) {
            case "", "~", "null", "Null", "NULL" -> {
                return make.nothing();
            }
            case "true", "True", "TRUE" -> {
                return make.of(true);
            }
            case "false", "False", "FALSE" -> {
                return make.of(false);
            }
            default -> {
                return number(text);
            }
        }
    }

    private Value number(String text) {
        if (NOT_FINITE.matcher(text).matches()) {
            throw new CallException("\"" + text + "\" is no number that a value can have");
        }
        String digits = text.replace("_", "");
        if (INT.matcher(text).matches()) {
            return make.of(new BigInteger(digits.startsWith("+") ? digits.substring(1) : digits));
        }
        Matcher prefixed = PREFIXED.matcher(text);
        if (prefixed.matches()) {
            int[] radixes = {0, 0, 16, 8, 2, 8};
            for (int group = 2; group < radixes.length; group++) {
                String part = prefixed.group(group) == null
                        ? ""
                        : prefixed.group(group).replace("_", "");
                if (!part.isEmpty()) {
                    BigInteger value = new BigInteger(part, radixes[group]);
                    return make.of(prefixed.group(1).equals("-") ? value.negate() : value);
                }
            }
        }
        if (FLOAT.matcher(text).matches()) {
            return make.number(new BigDecimal(digits), false);
        }
        return make.of(text);
    }
}

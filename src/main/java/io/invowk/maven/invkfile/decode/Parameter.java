// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cuefile.Fields;
import io.invowk.maven.cuefile.FileProblem.Kind;
import io.invowk.maven.cuefile.Findings;
import io.invowk.maven.cuefile.Labels;
import io.invowk.maven.cuefile.Text;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.ValueType;
import io.invowk.maven.regexp.Regexp;
import java.util.Optional;

/**
 * What a flag and an argument have in common. Parts with a problem are stood in for.
 *
 * @param type {@code string} if not given
 */
record Parameter(
        Text name,
        String description,
        ValueType type,
        Optional<String> defaultValue,
        boolean required,
        Optional<String> validation) {
    /**
     * Reads the fields and checks them against each other.
     *
     * @param types which types it may have
     */
    static Parameter read(Fields fields, Labels<ValueType> types, Findings findings) {
        Text name = fields.text("name").maxBytes(CommandDecoder.MAX_NAME_BYTES);
        Text description = CommandDecoder.description(fields.text("description"));
        Optional<ValueType> type = fields.choice("type", types);
        boolean typeIsWrong = type.isEmpty() && fields.names().contains("type");
        boolean required = fields.bool("required");
        Text validation = fields.text("validation").obeys(Kind.STRUCT, new RegexpRule());
        Text defaultValue = fields.text("default_value");
        if (required && defaultValue.notEmptyValue().isPresent()) {
            findings.add(fields.atLabel(
                            Kind.STRUCT, "default_value", "\"default_value\" has no effect where \"required\" is true")
                    .also("also set here", fields.label("required"))
                    .help("remove \"default_value\" or \"required\""));
        }
        if (defaultValue.notEmptyValue().isPresent() && !typeIsWrong) {
            defaultValue = fitting(defaultValue, type.orElse(ValueType.STRING), validation);
        }
        return new Parameter(
                name,
                description.orStandIn(),
                type.orElse(ValueType.STRING),
                defaultValue.notEmptyValue(),
                required,
                validation.notEmptyValue());
    }

    private static Text fitting(Text defaultValue, ValueType type, Text validation) {
        String text = defaultValue.orStandIn();
        if (!type.accepts(text)) {
            return defaultValue.refuse(
                    Kind.STRUCT, "default " + Quoted.of(text) + " is not of type " + type.label(), type.form());
        }
        Optional<String> pattern = validation.notEmptyValue();
        if (pattern.isEmpty() || Regexp.of(pattern.get()).find(text)) {
            return defaultValue;
        }
        return defaultValue.refuse(
                Kind.STRUCT,
                "default " + Quoted.of(text) + " does not match the validation",
                "a match of " + Quoted.of(pattern.get()));
    }
}

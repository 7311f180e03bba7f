// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile;

import java.util.Locale;
import java.util.regex.Pattern;

/** The type of a flag or an argument; an argument is never a bool. */
public enum ValueType {
    STRING("any text"),
    BOOL("true or false"),
    INT("digits, with an optional - in front"),
    FLOAT("a number such as 1.5 or 2e-3");

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");

    private final String form;

    ValueType(String form) {
        this.form = form;
    }

    /** The name an invkfile uses. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What text of this type looks like, in words for messages. */
    public String form() {
        return form;
    }

    /** Whether text, from a default or from a command line, is a value of this type; whole numbers of any length are. */
    public boolean accepts(String text) {
        return switch (this) {
            case STRING -> true;
            case BOOL -> text.equals("true") || text.equals("false");
            case INT -> INTEGER.matcher(text).matches();
            case FLOAT -> FloatLiteral.parse(text).isPresent();
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.builtin.TemplateDatum.Bool;
import io.invowk.maven.cue.builtin.TemplateDatum.Int;
import io.invowk.maven.cue.builtin.TemplateDatum.Items;
import io.invowk.maven.cue.builtin.TemplateDatum.Nothing;
import io.invowk.maven.cue.builtin.TemplateDatum.Raw;
import io.invowk.maven.cue.builtin.TemplateDatum.Real;
import io.invowk.maven.cue.builtin.TemplateDatum.Table;
import io.invowk.maven.cue.builtin.TemplateDatum.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes values of a template in the form of a verb. A verb that is not for a value is written with the value. */
final class TemplatePrinter {
    /** What stands where there is no value. */
    static final String NO_VALUE = "<no value>";

    private static final String NIL = "<nil>";

    private final TemplateOutput out;
    private final int verb;
    private final TemplateLayout layout;

    TemplatePrinter(TemplateOutput out, int verb, TemplateLayout layout) {
        this.out = out;
        this.verb = verb;
        this.layout = layout;
    }

    /** Values one after the other, with a space between two of which none is a string. */
    static String print(List<TemplateDatum> values) {
        TemplateOutput out = new TemplateOutput();
        boolean spaced = false;
        for (TemplateDatum value : values) {
            boolean text = value instanceof Text;
            out.append(spaced && !text ? " " : "");
            plain(value, out);
            spaced = !text;
        }
        return out.toString();
    }

    /** Values with spaces between, and the end of a line. */
    static String printLine(List<TemplateDatum> values) {
        TemplateOutput out = new TemplateOutput();
        String separator = "";
        for (TemplateDatum value : values) {
            plain(value, out.append(separator));
            separator = " ";
        }
        return out.append("\n").toString();
    }

    static void plain(TemplateDatum value, TemplateOutput out) {
        new TemplatePrinter(out, 'v', TemplateLayout.PLAIN).print(value);
    }

    void print(TemplateDatum value) {
        if (value instanceof Nothing && (verb == 'v' || verb == 'T')) {
            out.append(layout.pad(NIL));
        } else if (value instanceof Nothing) {
            wrong(value);
        } else if (verb == 'T') {
            out.append(layout.pad(shortened(value.type())));
        } else {
            printInside(value);
        }
    }

    private void printInside(TemplateDatum value) {
        if (value instanceof Nothing) {
            out.append(NIL);
        } else if (value instanceof Items items) {
            String separator = "[";
            for (TemplateDatum element : items.elements()) {
                out.append(separator);
                printInside(element);
                separator = " ";
            }
            out.append(items.elements().isEmpty() ? "[]" : "]");
        } else if (value instanceof Table table) {
            String separator = "map[";
            for (Map.Entry<String, TemplateDatum> field : table.fields().entrySet()) {
                out.append(separator);
                printInside(new Text(field.getKey()));
                out.append(":");
                printInside(field.getValue());
                separator = " ";
            }
            out.append(table.fields().isEmpty() ? "map[]" : "]");
        } else if (value instanceof Raw raw && "sxXq".indexOf(verb) < 0) {
            printInside(new Items(raw));
        } else {
            scalar(value).ifPresentOrElse(out::append, () -> wrong(value));
        }
    }

    private void wrong(TemplateDatum value) {
        out.append("%!" + Character.toString(verb) + "(");
        if (value instanceof Nothing) {
            out.append(NIL);
        } else {
            out.append(value.type() + "=");
            new TemplatePrinter(out, 'v', layout).printInside(value);
        }
        out.append(")");
    }

    private Optional<String> scalar(TemplateDatum value) {
        if (value instanceof Bool bool) {
            return verb == 'v' || verb == 't'
                    ? Optional.of(layout.pad(String.valueOf(bool.value())))
                    : Optional.empty();
        }
        if (value instanceof Int number) {
            return TemplateNumbers.of(number.value(), verb, layout);
        }
        if (value instanceof Real number) {
            return TemplateNumbers.of(number.value(), verb, layout);
        }
        if (value instanceof Raw raw) {
            return text(raw.bytes(), new String(raw.bytes(), StandardCharsets.UTF_8));
        }
        Text text = (Text) value;
        return text(text.bytes(), text.value());
    }

    private Optional<String> text(byte[] bytes, String text) {
        return switch (verb) {
            case 'v', 's' -> Optional.of(layout.pad(shortened(text)));
            case 'q' -> Optional.of(layout.pad(quoted(shortened(text))));
            case 'x' -> Optional.of(layout.pad(hex(bytes)));
            case 'X' -> Optional.of(layout.pad(hex(bytes).toUpperCase(Locale.ROOT)));
            default -> Optional.empty();
        };
    }

    private String shortened(String text) {
        boolean whole = layout.precision() < 0 || text.codePointCount(0, text.length()) <= layout.precision();
        return whole ? text : text.substring(0, text.offsetByCodePoints(0, layout.precision()));
    }

    private String quoted(String text) {
        boolean raw = layout.has('#')
                && text.codePoints().allMatch(rune -> rune == '\t' || (rune >= ' ' && rune != '`' && rune != 0x7f));
        QuotedString.Keep keep = layout.has('+') ? QuotedString.Keep.ASCII : QuotedString.Keep.PRINTABLE;
        return raw ? '`' + text + '`' : QuotedString.quote(text, '"', keep);
    }

    private String hex(byte[] bytes) {
        byte[] kept = layout.precision() < 0 || layout.precision() > bytes.length
                ? bytes
                : Arrays.copyOf(bytes, layout.precision());
        String prefix = layout.has('#') ? "0x" : "";
        if (!layout.has(' ')) {
            return kept.length == 0 ? "" : prefix + HexFormat.of().formatHex(kept);
        }
        return HexFormat.ofDelimiter(" ").withPrefix(prefix).formatHex(kept);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.builtin.TemplateDatum.Int;
import io.invowk.maven.cue.builtin.TemplateDatum.Items;
import io.invowk.maven.cue.builtin.TemplateDatum.Nothing;
import io.invowk.maven.cue.builtin.TemplateDatum.Raw;
import io.invowk.maven.cue.builtin.TemplateDatum.Table;
import io.invowk.maven.cue.builtin.TemplateDatum.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The functions that a template can call. */
final class TemplateFunctions {
    static final Map<String, Function> ALL = functions();

    private TemplateFunctions() {}

    /** What a function does with its arguments. */
    interface Body {
        TemplateDatum call(List<TemplateDatum> arguments);
    }

    /**
     * A function.
     *
     * @param most how many arguments it takes at most
     * @param decides the truth of an argument that ends a call before the others are looked at
     */
    record Function(String name, int least, int most, Decides decides, Body body) {
        boolean isDecidedBy(TemplateDatum argument) {
            return switch (decides) {
                case NONE -> false;
                case TRUE -> argument.truth();
                case FALSE -> !argument.truth();
            };
        }

        void checkCount(int count) {
            if (count < least || count > most) {
                String wanted = least == most
                        ? String.valueOf(least)
                        : most == Integer.MAX_VALUE ? "at least " + least : least + " to " + most;
                throw new CallException("the number of arguments must be " + wanted + ", not " + count);
            }
        }
    }

    /** Which arguments end a call. */
    enum Decides {
        NONE,
        TRUE,
        FALSE
    }

    private static Map<String, Function> functions() {
        Map<String, Function> all = new HashMap<>();
        int any = Integer.MAX_VALUE;
        add(all, new Function("and", 1, any, Decides.FALSE, TemplateFunctions::last));
        add(all, new Function("or", 1, any, Decides.TRUE, TemplateFunctions::last));
        add(all, "not", 1, 1, a -> new TemplateDatum.Bool(!a.get(0).truth()));
        add(all, "eq", 2, any, TemplateFunctions::equal);
        add(all, "ne", 2, 2, a -> new TemplateDatum.Bool(!TemplateOrder.same(a.get(0), a.get(1))));
        add(all, "lt", 2, 2, a -> new TemplateDatum.Bool(TemplateOrder.compare(a.get(0), a.get(1)) < 0));
        add(all, "le", 2, 2, a -> new TemplateDatum.Bool(TemplateOrder.compare(a.get(0), a.get(1)) <= 0));
        add(all, "gt", 2, 2, a -> new TemplateDatum.Bool(TemplateOrder.compare(a.get(0), a.get(1)) > 0));
        add(all, "ge", 2, 2, a -> new TemplateDatum.Bool(TemplateOrder.compare(a.get(0), a.get(1)) >= 0));
        add(all, "len", 1, 1, a -> new Int(length(a.get(0))));
        add(all, "index", 1, any, TemplateFunctions::index);
        add(all, "slice", 1, 4, TemplateFunctions::slice);
        add(all, "print", 0, any, a -> new Text(TemplatePrinter.print(a)));
        add(all, "println", 0, any, a -> new Text(TemplatePrinter.printLine(a)));
        add(all, "printf", 1, any, TemplateFunctions::format);
        add(all, "html", 1, any, a -> new Text(TemplateEscapes.html(joined(a))));
        add(all, "js", 1, any, a -> new Text(TemplateEscapes.script(joined(a))));
        add(all, "urlquery", 1, any, a -> new Text(query(joined(a))));
        return Map.copyOf(all);
    }

    private static void add(Map<String, Function> all, String name, int least, int most, Body body) {
        add(all, new Function(name, least, most, Decides.NONE, body));
    }

    private static void add(Map<String, Function> all, Function function) {
        all.put(function.name(), function);
    }

    private static TemplateDatum last(List<TemplateDatum> a) {
        return a.get(a.size() - 1);
    }

    /** Whether the first is the same as any of the others. */
    private static TemplateDatum equal(List<TemplateDatum> a) {
        for (TemplateDatum other : a.subList(1, a.size())) {
            if (TemplateOrder.same(a.get(0), other)) {
                return new TemplateDatum.Bool(true);
            }
        }
        return new TemplateDatum.Bool(false);
    }

    private static int length(TemplateDatum of) {
        if (of instanceof Text text) {
            return text.bytes().length;
        }
        if (of instanceof Raw raw) {
            return raw.value().size();
        }
        if (of instanceof Items items) {
            return items.elements().size();
        }
        if (of instanceof Table table) {
            return table.fields().size();
        }
        throw new CallException(of.kind() + " has no length");
    }

    private static TemplateDatum index(List<TemplateDatum> a) {
        TemplateDatum found = a.get(0);
        for (TemplateDatum index : a.subList(1, a.size())) {
            found = element(found, index);
        }
        return found;
    }

    private static TemplateDatum element(TemplateDatum of, TemplateDatum index) {
        if (of instanceof Table table) {
            if (!(index instanceof Text name)) {
                throw new CallException("a field of a struct is found by a string, not by " + index.kind());
            }
            return table.fields().getOrDefault(name.value(), TemplateDatum.MISSING);
        }
        if (of instanceof Items items) {
            return items.elements().get(position(index, items.elements().size() - 1));
        }
        if (of instanceof Text || of instanceof Raw) {
            byte[] bytes = bytes(of);
            return new Int(bytes[position(index, bytes.length - 1)] & 0xff);
        }
        throw new CallException(of.kind() + " has no elements");
    }

    private static byte[] bytes(TemplateDatum of) {
        return of instanceof Raw raw ? raw.bytes() : ((Text) of).bytes();
    }

    private static int position(TemplateDatum index, int most) {
        if (!(index instanceof Int number)) {
            throw new CallException("an element is found by an int, not by " + index.kind());
        }
        if (number.value().signum() < 0
                || number.value().bitLength() >= Integer.SIZE
                || number.value().intValue() > most) {
            throw new CallException("the index " + number.value() + " is out of range");
        }
        return number.value().intValue();
    }

    private static TemplateDatum slice(List<TemplateDatum> a) {
        TemplateDatum of = a.get(0);
        if (!(of instanceof Items || of instanceof Text || of instanceof Raw)) {
            throw new CallException(of.kind() + " cannot be sliced");
        }
        if (of instanceof Text && a.size() > 3) {
            throw new CallException("a string is sliced by two indexes, not by three");
        }
        int size = length(of);
        int most = a.size() > 3 ? position(a.get(3), size) : size;
        int from = a.size() > 1 ? position(a.get(1), size) : 0;
        int to = a.size() > 2 ? position(a.get(2), most) : size;
        if (from > to) {
            throw new CallException("the index " + from + " is behind the index " + to);
        }
        if (of instanceof Items items) {
            return new Items(items.elements().subList(from, to));
        }
        if (of instanceof Raw raw) {
            return new Raw(raw.value().subList(from, to));
        }
        return new Text(new String(Arrays.copyOfRange(bytes(of), from, to), StandardCharsets.UTF_8));
    }

    private static TemplateDatum format(List<TemplateDatum> a) {
        if (!(a.get(0) instanceof Text format)) {
            throw new CallException(
                    "the format must be a string, not " + a.get(0).kind());
        }
        return new Text(TemplateFormat.format(format.value(), a.subList(1, a.size())));
    }

    /** Arguments as one text, as a template writes them. */
    private static String joined(List<TemplateDatum> a) {
        return TemplatePrinter.print(a.stream()
                .map(datum -> datum instanceof Nothing ? new Text(TemplatePrinter.NO_VALUE) : datum)
                .toList());
    }

    private static String query(String text) {
        return UrlText.escape(text.getBytes(StandardCharsets.UTF_8), UrlText.QUERY);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A generated CUE expression that knows smaller ones like it.
 *
 * <p>Defaults never exclude each other: where they do, CUE's own rules depend on the grouping.
 *
 * @param open the text in front of the items, the whole text if there are none and {@code close} is empty
 * @param removable whether an item can be left out
 */
record Term(String open, List<Item> items, String separator, String close, boolean removable) {
    private static final List<String> LABELS = List.of("a", "b", "c");

    /** A smaller expression inside this one, and the text in front of it. */
    record Item(String prefix, Term term) {}

    static Term leaf(String text) {
        return new Term(text, List.of(), "", "", false);
    }

    /** The unification of two expressions. */
    Term and(Term other) {
        return new Term("(", List.of(new Item("", this), new Item(") & (", other)), "", ")", false);
    }

    /** Some expression; the same for the same state of the random numbers. */
    static Term random(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 15 : 8)) {
            case 0 -> leaf(String.valueOf(random.nextInt(4)));
            case 1 -> one(random, "\"a\"", "\"b\"", "\"abc\"");
            case 2 -> one(random, "true", "null", "1.5", "'a'");
            case 3 -> one(random, "int", "string", "number", "bool", "bytes");
            case 4 -> one(random, ">=1", "<3", "!=2", "=~\"^a\"", "!~\"c$\"", ">1 & <=3", "!=\"b\"", "!=null");
            case 5 -> one(random, "_", "uint8", "float");
            case 6, 7 -> one(random, "1 | 2", "*1 | int", "*\"a\" | string", "\"a\" | \"b\" | 3", "*1 | 2 | 3");
            case 8 -> new Term("[", items(random, depth, 3), ", ", "]", true);
            case 9 -> new Term("[", items(random, depth, 2), ", ", ", ..." + rest(random) + "]", false);
            case 10 -> new Term("close(", List.of(new Item("", struct(random, depth))), "", ")", false);
            case 11 -> alternatives(random, depth);
            default -> struct(random, depth);
        };
    }

    private static String rest(Random random) {
        return one(random, "", "int", "_", "string").open();
    }

    private static List<Item> items(Random random, int depth, int max) {
        int least = max == 2 ? 1 : 0;
        return IntStream.range(0, least + random.nextInt(max))
                .mapToObj(i -> new Item("", random(random, depth - 1)))
                .toList();
    }

    private static Term alternatives(Random random, int depth) {
        List<Item> structs = List.of(new Item("", struct(random, depth - 1)), new Item("", struct(random, depth - 1)));
        return new Term("(", structs, " | ", ")", false);
    }

    private static Term struct(Random random, int depth) {
        List<Item> fields = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> field(random, depth))
                .toList();
        return new Term("{", fields, ", ", "}", true);
    }

    private static Item field(Random random, int depth) {
        if (random.nextInt(8) == 0) {
            return new Item("[=~\"^[ab]$\"]: ", random(random, 0));
        }
        String label = LABELS.get(random.nextInt(LABELS.size()));
        return new Item(label + one(random, "", "", "", "?").open() + ": ", random(random, depth - 1));
    }

    private static Term one(Random random, String... choices) {
        return leaf(choices[random.nextInt(choices.length)]);
    }

    /** Expressions with one part less, the smallest first. */
    List<Term> smaller() {
        List<Term> all = new ArrayList<>();
        for (Item item : items) {
            all.add(item.term());
        }
        for (int i = 0; i < items.size(); i++) {
            if (removable) {
                List<Item> fewer = new ArrayList<>(items);
                fewer.remove(i);
                all.add(new Term(open, fewer, separator, close, true));
            }
            for (Term part : items.get(i).term().smaller()) {
                List<Item> changed = new ArrayList<>(items);
                changed.set(i, new Item(items.get(i).prefix(), part));
                all.add(new Term(open, changed, separator, close, removable));
            }
        }
        return all;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(open);
        for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? "" : separator)
                    .append(items.get(i).prefix())
                    .append(items.get(i).term());
        }
        return text.append(close).toString();
    }
}

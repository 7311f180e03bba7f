// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

import io.invowk.maven.shell.syntax.Word;
import io.invowk.maven.shell.syntax.WordPart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code a{b,c}} and {@code {1..9}}: words before any other expansion. */
final class BraceExpansion {
    private BraceExpansion() {}

    /** The words that a word stands for. */
    static List<Word> expand(Word word) {
        if (!word.hasBrace()) {
            return List.of(word);
        }
        List<WordPart> atoms = new ArrayList<>();
        for (WordPart part : word.parts()) {
            if (part instanceof WordPart.Literal literal) {
                literal.text().codePoints().forEach(c -> atoms.add(new WordPart.Literal(Character.toString(c))));
            } else {
                atoms.add(part);
            }
        }
        return expand(atoms).stream().map(parts -> word(parts, word)).toList();
    }

    private static Word word(List<WordPart> atoms, Word original) {
        List<WordPart> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (WordPart atom : atoms) {
            if (atom instanceof WordPart.Literal literal) {
                text.append(literal.text());
            } else {
                addText(parts, text);
                parts.add(atom);
            }
        }
        addText(parts, text);
        Word made = Word.of(parts, original.span());
        return new Word(made.parts(), made.span(), made.fixed(), false);
    }

    private static void addText(List<WordPart> parts, StringBuilder text) {
        if (!text.isEmpty()) {
            parts.add(new WordPart.Literal(text.toString()));
            text.setLength(0);
        }
    }

    private static List<List<WordPart>> expand(List<WordPart> atoms) {
        for (int open = 0; open < atoms.size(); open++) {
            List<List<WordPart>> alternatives = null;
            int close = is(atoms.get(open), "{") ? closing(atoms, open) : -1;
            if (close > 0) {
                alternatives = alternatives(atoms.subList(open + 1, close));
            }
            if (alternatives != null) {
                return combined(atoms.subList(0, open), alternatives, expand(atoms.subList(close + 1, atoms.size())));
            }
        }
        return List.of(atoms);
    }

    private static List<List<WordPart>> combined(
            List<WordPart> before, List<List<WordPart>> alternatives, List<List<WordPart>> behind) {
        if ((long) alternatives.size() * behind.size() > Limits.MAX_BRACE_WORDS) {
            throw new ExpansionException("brace expansion makes more than " + Limits.MAX_BRACE_WORDS + " words");
        }
        List<List<WordPart>> words = new ArrayList<>(alternatives.size() * behind.size());
        for (List<WordPart> alternative : alternatives) {
            for (List<WordPart> rest : behind) {
                List<WordPart> word = new ArrayList<>(before);
                word.addAll(alternative);
                word.addAll(rest);
                words.add(word);
            }
        }
        return words;
    }

    private static boolean is(WordPart atom, String text) {
        return atom instanceof WordPart.Literal literal && literal.text().equals(text);
    }

    private static int closing(List<WordPart> atoms, int open) {
        int depth = 0;
        for (int i = open; i < atoms.size(); i++) {
            depth += is(atoms.get(i), "{") ? 1 : is(atoms.get(i), "}") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** What stands between braces as alternatives; null if it is no brace expression. */
    private static @Nullable List<List<WordPart>> alternatives(List<WordPart> inside) {
        List<List<WordPart>> items = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < inside.size(); i++) {
            depth += is(inside.get(i), "{") ? 1 : is(inside.get(i), "}") ? -1 : 0;
            if (depth == 0 && is(inside.get(i), ",")) {
                items.addAll(expand(inside.subList(start, i)));
                start = i + 1;
            }
        }
        if (start == 0) {
            return sequence(inside);
        }
        items.addAll(expand(inside.subList(start, inside.size())));
        return items;
    }

    private static @Nullable List<List<WordPart>> sequence(List<WordPart> inside) {
        StringBuilder text = new StringBuilder();
        for (WordPart atom : inside) {
            if (!(atom instanceof WordPart.Literal literal)) {
                return null;
            }
            text.append(literal.text());
        }
        List<String> items = BraceSequence.items(text.toString());
        if (items == null) {
            return null;
        }
        List<List<WordPart>> words = new ArrayList<>(items.size());
        for (String item : items) {
            words.add(List.of(new WordPart.Literal(item)));
        }
        return words;
    }
}

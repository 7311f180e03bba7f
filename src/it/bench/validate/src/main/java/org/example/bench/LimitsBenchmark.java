// SPDX-License-Identifier: Apache-2.0
package org.example.bench;

import io.invowk.maven.cue.Cue;
import io.invowk.maven.cue.Evaluation;
import io.invowk.maven.diagnostic.SourceText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Short texts that ask for more than an evaluation may use: how long it takes to say so, in a JVM that has done nothing. */
final class LimitsBenchmark {
    private LimitsBenchmark() {}

    /** Sixty fields, each made from the one before it. */
    private static String chain(String first, String step) {
        return lines(60, first, i -> step.replace("NEW", "a" + i).replace("OLD", "a" + (i - 1)));
    }

    private static String lines(int count, String first, IntFunction<String> line) {
        return IntStream.rangeClosed(1, count).mapToObj(line).collect(Collectors.joining("\n", first + "\n", "\n"));
    }

    private static String alternatives(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(Integer::toString).collect(Collectors.joining(" | "));
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("brackets", "a: " + "[".repeat(100_000));
        texts.put("parentheses", "a: " + "(".repeat(100_000) + "1" + ")".repeat(100_000));
        texts.put("operators", "a: 1" + " + 1".repeat(100_000));
        texts.put("unary", "a: " + "-".repeat(100_000) + "1");
        texts.put("labels", "a: ".repeat(100_000) + "1");
        texts.put("unclosed-strings", "\"a\n".repeat(50_000));
        texts.put("interpolations", "a: \"" + "\\(\"".repeat(10_000));
        texts.put("fields-deep", "#a: {b: #c}\n#c: {b: {b: #a}}\nx: #a\n");
        texts.put("references-deep", lines(20_000, "a0: 1", i -> "a" + i + ": a" + (i - 1)));
        texts.put("references-deep-back", lines(20_000, "a20001: 1", i -> "a" + i + ": a" + (i + 1)));
        texts.put("lists-doubled", chain("a0: [1]", "NEW: [OLD, OLD]"));
        texts.put("structs-doubled", chain("a0: x: 1", "NEW: {left: OLD, right: OLD}"));
        texts.put("texts-doubled", chain("a0: \"text\"", "NEW: OLD + OLD"));
        texts.put("bytes-doubled", chain("a0: 'bytes'", "NEW: OLD + OLD"));
        texts.put("texts-inside-texts", chain("a0: \"text\"", "NEW: \"\\(OLD)\\(OLD)\""));
        texts.put("texts-joined", chain("import \"strings\"\na0: \"text\"", "NEW: strings.Join([OLD, OLD], \"\")"));
        texts.put("texts-repeated", "a: \"text\" * 1000000000\n");
        texts.put("texts-repeated-by-function", "import \"strings\"\na: strings.Repeat(\"text\", 1000000000)\n");
        texts.put("texts-replaced", "import \"strings\"\na: strings.Replace(\"a\" * 100000, \"\", \"b\" * 100000, -1)\n");
        texts.put("numbers-squared", chain("a0: 3", "NEW: OLD * OLD"));
        texts.put("floats-squared", chain("a0: 3.5", "NEW: OLD * OLD"));
        texts.put("exponents-apart", "a: 1e100000 + 1e-100000\n");
        texts.put("powers", "import \"math\"\na: math.Pow(7, 99999)\nb: math.Pow(1.0000001, 1e9)\n");
        texts.put("division-long", "a: 1e99999 / 7\nb: div(9e9999, 7)\n");
        texts.put("list-repeated", "import \"list\"\na: list.Repeat([1], 1000000000)\n");
        texts.put("list-range", "import \"list\"\na: list.Range(0, 1000000000, 1)\n");
        texts.put("list-concat", chain("import \"list\"\na0: [1]", "NEW: list.Concat([OLD, OLD])"));
        texts.put("list-flatten", chain("import \"list\"\na0: [1]", "NEW: list.FlattenN([OLD, OLD], 1)"));
        texts.put("list-sorted", "import \"list\"\na: list.Sort(list.Range(0, 30000, 1), {x: _, y: _, less: y < x})\n");
        texts.put("list-unique", "import \"list\"\na: list.Range(0, 20000, 1)\na: list.UniqueItems\n");
        texts.put("list-multiplied", "a: [1, 2] * 1000000000\n");
        texts.put("argument-doubled",
                chain("import \"encoding/json\"\n_a0: [1]", "_NEW: [_OLD, _OLD]") + "v: json.Marshal(_a60)\n");
        texts.put("alternatives-product", lines(60, "", i -> "a: " + "{f" + i + ": 1} | {f" + i + ": 2}"));
        texts.put("alternatives-two", "a: (" + alternatives(0, 2_000) + ") & (" + alternatives(0, 2_000) + ")\n");
        texts.put("alternatives-types",
                "a: {x: " + alternatives(0, 200) + ", y: " + alternatives(0, 200) + "}\n"
                        + "b: or([for x in [" + "1,".repeat(20_000) + "] {x}])\n");
        texts.put("alternatives-nested", chain("a0: 1 | 2", "NEW: {x: OLD} | {y: OLD}"));
        texts.put("alternatives-defaults", lines(60, "", i -> "a: *{f" + i + ": 1} | {f" + i + ": 2}"));
        texts.put("alternatives-closed", lines(60, "", i -> "#d" + i + ": {a" + i + ": 1} | {b" + i + ": 2}\nx: #d" + i));
        texts.put("comprehensions-nested",
                "import \"list\"\nr: list.Range(0, 200, 1)\na: [for x in r for y in r for z in r {x + y + z}]\n");
        texts.put("comprehensions-fields",
                "import \"list\"\nr: list.Range(0, 1500, 1)\na: {for x in r for y in r {\"k\\(x)_\\(y)\": 1}}\n");
        texts.put("comprehensions-feed", "a: {x0: 0, for k, v in a {\"\\(k)x\": v}}\n");
        texts.put("regexp-long", "a: \"" + "a".repeat(50_000) + "\" & =~\"(a*)*(a|b)*c\"\n");
        texts.put("regexp-large", "a: \"a\" & =~\"((a{1,100}){1,100}){1,100}\"\n");
        texts.put("embeddings-doubled", chain("#a0: x: 1", "#NEW: {#OLD, #OLD}") + "v: #a60\n");
        texts.put("unifications-doubled", chain("a0: x: 1", "NEW: OLD & OLD"));
        texts.put("lets-doubled", chain("a0: {let x = 1, y: x}", "NEW: {let x = OLD, y: x, z: x}"));
        texts.put("closed-embedded",
                lines(1_000, "", i -> "#d" + i + ": {a" + i + "?: 1}")
                        + "#all: {" + lines(1_000, "", i -> "#d" + i) + "}\nx: #all & {a5: 1}\n");
        texts.put("fields-many", lines(50_000, "", i -> "f" + i + ": " + i));
        texts.put("field-repeated", lines(20_000, "", i -> "f: a" + i + ": " + i));
        texts.put("field-repeated-same", "f: 1\n".repeat(50_000));
        texts.put("tests-crossed", lines(300, "", i -> "x: {if x.a" + (i % 300 + 1) + " == _|_ {a" + i + ": 1}}"));
        texts.put("cycle-growing", "#t: {n: int, next: #t & {n: 1}}\nx: #t\n");
        texts.put("cycle-counting", "#f: {in: int, out: (#f & {\"in\": in - 1}).out}\nx: (#f & {in: 5}).out\n");
        String aliases = chain("a0: &a0 [x, x]", "NEW: &NEW [*OLD, *OLD]").replace("\n", "\\n");
        texts.put("yaml-aliases", "import \"encoding/yaml\"\na: yaml.Unmarshal(\"" + aliases + "\")\n");
        texts.put("json-deep", "import \"encoding/json\"\na: json.Unmarshal(\"[\" * 100000)\n");
        texts.put("yaml-deep", "import \"encoding/yaml\"\na: yaml.Unmarshal(\"[\" * 100000)\n");
        return texts;
    }

    /** Without an argument prints the names of the texts; else how many milliseconds one takes, and how it ends. */
    public static void main(String[] args) {
        Map<String, String> texts = texts();
        if (args.length == 0) {
            texts.keySet().forEach(System.out::println);
            return;
        }
        SourceText text = new SourceText("x.cue", texts.get(args[0]));
        long start = System.nanoTime();
        Evaluation evaluation = Cue.evaluate(text);
        long millis = (System.nanoTime() - start) / 1_000_000;
        String end = evaluation.errors().isEmpty() ? "a value" : evaluation.errors().get(0).diagnostic().message();
        System.out.println(millis + " " + end);
    }
}

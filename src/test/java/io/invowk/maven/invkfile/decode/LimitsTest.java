// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.invowk.maven.cue.value.Origin;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit at its border: in code points where the schema sets it, in bytes of UTF-8 where a structural rule does. */
class LimitsTest {
    private static final Place PLACE = new Place(new SourceText("invkfile.cue", "x"), new Span(0, 1));
    private static final Origin ORIGIN = new Origin(PLACE, List.of());
    private static final Value.Struct IMPLEMENTATION =
            struct("script", "x", "runtimes", list(struct("name", "native")));
    private static final Value.Struct COMMAND = struct("name", "a", "implementations", list(IMPLEMENTATION));
    private static final String SCRIPT_OF_10_MIB = "x".repeat(10 * 1024 * 1024);

    static Stream<Arguments> codePoints() {
        return Stream.of(
                arguments(1024, "default_shell", (Wrap) text -> file("default_shell", text)),
                arguments(4096, "workdir", (Wrap) text -> file("workdir", text)),
                arguments(4096, "workdir", (Wrap) text -> command("workdir", text)),
                arguments(4096, "workdir", (Wrap) text -> implementation("workdir", text)),
                arguments(1024, "interpreter", (Wrap) text -> runtime("name", "native", "interpreter", text)),
                arguments(1024, "interpreter", (Wrap)
                        text -> runtime("name", "container", "image", "a", "interpreter", text)),
                arguments(4096, "default_value", (Wrap)
                        text -> flag("name", "f", "description", "d", "default_value", text)),
                arguments(4096, "default_value", (Wrap)
                        text -> argument("name", "f", "description", "d", "default_value", text)));
    }

    @ParameterizedTest
    @MethodSource("codePoints")
    void countsCodePointsInTheSchema(int max, String label, Wrap wrap) {
        assertThat(problems(wrap, "😀".repeat(max))).isEmpty();
        assertThat(problems(wrap, "a".repeat(max + 1)))
                .containsExactly("SCHEMA \"" + label + "\" has " + (max + 1) + " characters");
    }

    static Stream<Arguments> bytes() {
        return Stream.of(
                arguments(256, "name", (Wrap) text -> command("name", text), "a"),
                arguments(256, "name", (Wrap) text -> flag("name", text, "description", "d"), "a"),
                arguments(256, "name", (Wrap) text -> argument("name", text, "description", "d"), "a"),
                arguments(10_240, "description", (Wrap) text -> command("description", text), "é"),
                arguments(10_240, "description", (Wrap) text -> flag("name", "f", "description", text), "é"),
                arguments(10_240, "description", (Wrap) text -> argument("name", "f", "description", text), "é"),
                arguments(32_768, "X", (Wrap) text -> file("env", struct("vars", struct("X", text))), "é"),
                arguments(256, "alternatives[0]", (Wrap) text -> dependency("tools", text), "a"),
                arguments(256, "alternatives[0]", (Wrap) text -> dependency("cmds", text), "a"),
                arguments(4096, "alternatives[0]", (Wrap) text -> dependency("filepaths", text), "é"),
                arguments(256, "name", (Wrap) text -> check("name", text, "check_script", "x"), "é"));
    }

    @ParameterizedTest
    @MethodSource("bytes")
    void countsBytesInStructuralRules(int max, String label, Wrap wrap, String letter) {
        String longest = letter.repeat(max / (letter.equals("é") ? 2 : 1));
        assertThat(problems(wrap, longest)).isEmpty();
        assertThat(problems(wrap, longest + "a"))
                .containsExactly("STRUCT \"" + label + "\" has " + (max + 1) + " bytes");
    }

    static Stream<Arguments> scripts() {
        return Stream.of(
                arguments("script", (Wrap) text -> implementation("script", text)),
                arguments("check_script", (Wrap) text -> check("name", "c", "check_script", text)));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void limitsScripts(String label, Wrap wrap) {
        assertThat(problems(wrap, SCRIPT_OF_10_MIB)).isEmpty();
        assertThat(problems(wrap, SCRIPT_OF_10_MIB + "x"))
                .containsExactly("STRUCT \"" + label + "\" has 10485761 bytes");
    }

    @Test
    void countsAContainerfileBothWays() {
        Wrap wrap = text -> runtime("name", "container", "containerfile", text);
        assertThat(problems(wrap, "a/".repeat(2048))).isEmpty();
        assertThat(problems(wrap, "a/".repeat(2048) + "a"))
                .containsExactly("SCHEMA \"containerfile\" has 4097 characters");
        assertThat(problems(wrap, "é/".repeat(1366)))
                .containsExactly("STRUCT \"containerfile\" has 4098 bytes, more than 4096");
    }

    @ParameterizedTest
    @MethodSource("images")
    void countsAnImageInCharactersFirst(String text, List<String> problems) {
        assertThat(problems(t -> runtime("name", "container", "image", t), text))
                .isEqualTo(problems);
    }

    static Stream<Arguments> images() {
        return Stream.of(
                arguments("a".repeat(512), List.of()),
                arguments("a".repeat(513), List.of("SCHEMA \"image\" has 513 characters")),
                arguments("é".repeat(512), List.of("STRUCT \"image\" has 1024 bytes, more than 512")));
    }

    private static List<String> problems(Wrap wrap, String text) {
        Decoded decoded = InvkfileDecoder.decode(wrap.around(text), Path.of("/p/invkfile.cue"));
        return decoded.problems().stream()
                .map(problem -> problem.kind() + " " + problem.diagnostic().message())
                .toList();
    }

    /** Puts a text into an otherwise right file. */
    private interface Wrap {
        Value around(String text);
    }

    private static Value file(String name, Object value) {
        return with(struct("cmds", list(COMMAND)), name, value);
    }

    private static Value command(String name, Object value) {
        return struct("cmds", list(with(COMMAND, name, value)));
    }

    private static Value implementation(String name, Object value) {
        return command("implementations", list(with(IMPLEMENTATION, name, value)));
    }

    private static Value runtime(Object... fields) {
        return implementation("runtimes", list(struct(fields)));
    }

    private static Value flag(Object... fields) {
        return command("flags", list(struct(fields)));
    }

    private static Value argument(Object... fields) {
        return command("args", list(struct(fields)));
    }

    private static Value dependency(String list, String alternative) {
        return file("depends_on", struct(list, list(struct("alternatives", list(value(alternative))))));
    }

    private static Value check(Object... fields) {
        return file("depends_on", struct("custom_checks", list(struct(fields))));
    }

    private static Value.Struct with(Value.Struct struct, String name, Object value) {
        Map<String, Value.Field> fields = new LinkedHashMap<>(struct.fields());
        fields.put(name, new Value.Field(PLACE, value(value)));
        return new Value.Struct(fields, ORIGIN);
    }

    private static Value.Struct struct(Object... namesAndValues) {
        Value.Struct struct = new Value.Struct(Map.of(), ORIGIN);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            struct = with(struct, (String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return struct;
    }

    private static Value list(Value element) {
        return new Value.ListValue(List.of(element), ORIGIN);
    }

    private static Value value(Object value) {
        return value instanceof String text ? new Value.Str(text, ORIGIN) : (Value) value;
    }
}

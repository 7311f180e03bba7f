// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The structs of an invkfile and the fields each may have; all are closed. */
enum Shape {
    INVKFILE("an invkfile", "cmds", "default_shell", "workdir", "env", "depends_on"),
    ENV("an env", "files", "vars"),
    COMMAND("a command", "name", "description", "implementations", "env", "workdir", "depends_on", "flags", "args"),
    IMPLEMENTATION("an implementation", "script", "runtimes", "platforms", "env", "workdir", "depends_on"),
    PLATFORM("a platform", "name"),
    NATIVE("a native runtime", "name", "env_inherit_mode", "env_inherit_allow", "env_inherit_deny", "interpreter"),
    VIRTUAL("a virtual runtime", "name", "env_inherit_mode", "env_inherit_allow", "env_inherit_deny"),
    CONTAINER(
            "a container runtime",
            "name",
            "env_inherit_mode",
            "env_inherit_allow",
            "env_inherit_deny",
            "interpreter",
            "enable_host_ssh",
            "containerfile",
            "image",
            "volumes",
            "ports"),
    FLAG("a flag", "name", "description", "type", "default_value", "required", "short", "validation"),
    ARGUMENT("an argument", "name", "description", "type", "default_value", "required", "validation", "variadic"),
    DEPENDS_ON("depends_on", "tools", "cmds", "filepaths", "capabilities", "env_vars", "custom_checks"),
    ALTERNATIVES("a dependency", "alternatives"),
    FILE_PATHS("a dependency on files", "alternatives", "readable", "writable", "executable"),
    ENV_VAR("a dependency on a variable", "name", "validation"),
    CHECK("a check", "name", "check_script", "expected_code", "expected_output");

    private static final String MEANT_CMDS = "did you mean \"cmds\"?";
    private static final String OF_MODULES = "remove it: what describes a module belongs in invkmod.cue";
    private static final Map<String, String> FORBIDDEN_AT_THE_TOP = Map.of(
            "commands",
            MEANT_CMDS,
            "module",
            OF_MODULES,
            "version",
            OF_MODULES,
            "description",
            OF_MODULES,
            "requires",
            OF_MODULES);
    private static final int MAX_OWNERS = 3;

    private final String noun;

    @SuppressWarnings("ImmutableEnumChecker") // comes from List.of
    private final List<String> fields;

    Shape(String noun, String... fields) {
        this.noun = noun;
        this.fields = List.of(fields);
    }

    /** How messages call such a struct. */
    String noun() {
        return noun;
    }

    /** The names of its fields, in the order they are usually written. */
    List<String> fields() {
        return fields;
    }

    boolean has(String field) {
        return fields.contains(field);
    }

    /** What to do about a field that is refused by name, not only because it is unknown. */
    Optional<String> cureOfForbidden(String field) {
        if (this == INVKFILE) {
            return Optional.ofNullable(FORBIDDEN_AT_THE_TOP.get(field));
        }
        return this == DEPENDS_ON && field.equals("commands") ? Optional.of(MEANT_CMDS) : Optional.empty();
    }

    /** Which structs have a field that stands in the wrong one; empty if none has it, or so many that it says little. */
    static Optional<String> ownersOf(String field) {
        List<String> owners = Arrays.stream(values())
                .filter(shape -> shape.has(field))
                .map(Shape::noun)
                .toList();
        if (owners.isEmpty() || owners.size() > MAX_OWNERS) {
            return Optional.empty();
        }
        return Optional.of(owners.stream().collect(Collectors.joining(" or ", "\"" + field + "\" belongs in ", "")));
    }
}

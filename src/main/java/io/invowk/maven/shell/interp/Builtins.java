// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The built-in utilities by name. */
final class Builtins {
    /** All of them. */
    static final Builtins ALL = new Builtins();

    /** POSIX XCU 2.15; {@code source} is no special one. */
    private static final Set<String> SPECIAL = Set.of(
            ".",
            ":",
            "break",
            "continue",
            "eval",
            "exec",
            "exit",
            "export",
            "readonly",
            "return",
            "set",
            "shift",
            "times",
            "trap",
            "unset");

    private final Map<String, Builtin> byName = new HashMap<>();

    private Builtins() {
        byName.put(":", call -> 0);
        byName.put("true", call -> 0);
        byName.put("false", call -> 1);
        FlowBuiltins.addTo(byName);
        EvaluationBuiltins.addTo(byName);
        DeclarationBuiltin declaration = new DeclarationBuiltin();
        for (String name : new String[] {"declare", "typeset", "local", "export", "readonly"}) {
            byName.put(name, declaration);
        }
        byName.put("unset", new UnsetBuiltin());
        byName.put("set", new SetBuiltin());
        byName.put("shopt", new ShoptBuiltin());
        byName.put("echo", new EchoBuiltin());
        byName.put("printf", new PrintfBuiltin());
        byName.put("read", new ReadBuiltin());
        byName.put("mapfile", new MapfileBuiltin());
        byName.put("readarray", new MapfileBuiltin());
        byName.put("getopts", new GetoptsBuiltin());
        byName.put("test", new TestBuiltin());
        byName.put("[", new TestBuiltin());
        byName.put("let", FlowBuiltins::let);
        DirectoryBuiltins.addTo(byName);
        LookupBuiltins.addTo(byName);
        byName.put("trap", new TrapBuiltin());
        JobBuiltins.addTo(byName);
        byName.put("umask", new UmaskBuiltin());
    }

    /** The utility of a name; null if there is none. */
    @Nullable
    Builtin find(String name) {
        return byName.get(name);
    }

    boolean isSpecial(String name) {
        return SPECIAL.contains(name);
    }
}

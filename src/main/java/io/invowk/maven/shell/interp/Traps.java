// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The actions of {@code trap}: by condition, which is EXIT, ERR or the name of a signal. */
final class Traps {
    static final String EXIT = "EXIT";
    static final String ERR = "ERR";

    private final Map<String, String> actions = new TreeMap<>();
    /** What a subshell still shows, though it is reset: POSIX XCU 2.15 trap. */
    private Map<String, String> inherited = Map.of();

    /** The traps of a subshell: only ignored signals stay ignored. */
    Traps forSubshell(boolean keepErr) {
        Traps copy = new Traps();
        copy.inherited = new TreeMap<>(actions);
        actions.forEach((condition, action) -> {
            if (action.isEmpty() || (keepErr && condition.equals(ERR))) {
                copy.actions.put(condition, action);
            }
        });
        return copy;
    }

    @Nullable
    String get(String condition) {
        return actions.get(condition);
    }

    void set(String condition, String action) {
        inherited = Map.of();
        actions.put(condition, action);
    }

    void reset(String condition) {
        inherited = Map.of();
        actions.remove(condition);
    }

    /** All actions to show. */
    Map<String, String> shown() {
        return inherited.isEmpty() ? actions : inherited;
    }
}

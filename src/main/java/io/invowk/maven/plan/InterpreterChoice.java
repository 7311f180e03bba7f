// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.invkfile.RuntimeConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/** Which program runs a script: the one the runtime names, else the one of the script's shebang. */
final class InterpreterChoice {
    private InterpreterChoice() {}

    /** The interpreter; empty for the default shell. */
    static Optional<Interpreter> of(RuntimeConfig runtime, String script) {
        return runtime.match(new RuntimeConfig.Cases<>() {
            @Override
            public Optional<Interpreter> onNative(RuntimeConfig.Native config) {
                return choose(config.interpreter(), script);
            }

            @Override
            public Optional<Interpreter> onVirtual(RuntimeConfig.Virtual config) {
                return Optional.empty();
            }

            @Override
            public Optional<Interpreter> onContainer(RuntimeConfig.Container config) {
                return choose(config.interpreter(), script);
            }
        });
    }

    private static Optional<Interpreter> choose(Optional<String> field, String script) {
        String named = field.orElse("auto").strip();
        return named.equals("auto") ? shebang(script) : explicit(words(named));
    }

    private static Optional<Interpreter> explicit(List<String> words) {
        boolean env = !words.isEmpty() && (words.get(0).equals("env") || isEnvPath(words.get(0)));
        return env ? afterEnv(words) : interpreter(words);
    }

    private static Optional<Interpreter> shebang(String script) {
        int end = script.indexOf('\n');
        String line = (end < 0 ? script : script.substring(0, end)).strip();
        if (!line.startsWith("#!")) {
            return Optional.empty();
        }
        List<String> words = words(line.substring(2));
        return !words.isEmpty() && isEnvPath(words.get(0)) ? afterEnv(words) : interpreter(words);
    }

    private static boolean isEnvPath(String word) {
        return word.equals("/usr/bin/env") || word.equals("/bin/env");
    }

    /** With {@code -S} the rest is a whole command line; otherwise other options of {@code env} are passed over. */
    private static Optional<Interpreter> afterEnv(List<String> words) {
        int next = 1;
        if (next < words.size() && words.get(next).equals("-S")) {
            next++;
        } else {
            while (next < words.size() && words.get(next).startsWith("-")) {
                next++;
            }
        }
        return interpreter(words.subList(next, words.size()));
    }

    private static Optional<Interpreter> interpreter(List<String> words) {
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Interpreter(words.get(0), words.subList(1, words.size())));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (StringTokenizer rest = new StringTokenizer(text); rest.hasMoreTokens(); ) {
            words.add(rest.nextToken());
        }
        return words;
    }
}

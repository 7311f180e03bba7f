// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.runtime.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The script that looks for all that a command needs in a container, in one run; for any POSIX shell.
 *
 * <p>Its words are a mark and the limit of a custom check in seconds, 0 for none. Each line that begins with the mark is its own:
 * {@code MARK end NUMBER ANSWER} for each thing it has looked for, where the answer is {@code ok} or a word of {@link #ANSWERS}, and
 * of a custom check its exit status; {@code MARK begin NUMBER} before a custom check, so that what it writes can be told apart, on both
 * streams; {@code MARK late NUMBER} when its time is over; {@code MARK done} at the end.
 *
 * <p>A later alternative is looked for only if the ones before it do not hold, as far as the script can tell: it does not know
 * patterns. After a kind of which something is missing the script ends.
 */
final class ProbeScript {
    /** The words for what is wrong. */
    static final Map<String, String> ANSWERS = Map.of(
            "missing", WantedFile.MISSING,
            "unreadable", WantedFile.NOT_READABLE,
            "unwritable", WantedFile.NOT_WRITABLE,
            "unexecutable", WantedFile.NOT_EXECUTABLE,
            "absent", "no such program in the image");

    static final String OK = "ok";

    /** No name of a tool begins with an underscore, so {@code command -v} does not find these functions. */
    private static final String FUNCTIONS = """
            #!/bin/sh
            # what a command needs; written by invowk-maven-plugin
            invowk__mark=$1
            invowk__limit=$2
            invowk__missing=

            _say() {
              printf '%s %s\\n' "${invowk__mark}" "$*"
            }

            # number, name
            _tool() {
              if command -v "$2" >/dev/null 2>&1 || which "$2" >/dev/null 2>&1; then
                _say end "$1" ok
              else
                _say end "$1" absent
                return 1
              fi
            }

            # number, path, the letters of what it must allow
            _file() {
              if [ ! -e "$2" ]; then
                set -- "$1" missing
              elif [ "${3#*r}" != "$3" ] && [ ! -r "$2" ]; then
                set -- "$1" unreadable
              elif [ "${3#*w}" != "$3" ] && [ ! -w "$2" ]; then
                set -- "$1" unwritable
              elif [ "${3#*x}" != "$3" ] && [ ! -x "$2" ]; then
                set -- "$1" unexecutable
              else
                set -- "$1" ok
              fi
              _say end "$@"
              [ "$2" = ok ]
            }

            # number, expected status, script, "judged" if its output counts as well
            _check() {
              _say begin "$1"
              _say begin "$1" >&2
              if [ "${invowk__limit}" = 0 ]; then
                /bin/sh -c "$3" </dev/null
                invowk__status=$?
              else
                /bin/sh -c "$3" </dev/null &
                invowk__check=$!
                _end_late "$1" </dev/null 2>/dev/null &
                invowk__watch=$!
                wait "${invowk__check}"
                invowk__status=$?
                kill -s KILL "${invowk__watch}" 2>/dev/null
                wait "${invowk__watch}" 2>/dev/null
              fi
              printf '\\n'
              _say end "$1" "${invowk__status}"
              printf '\\n%s end %s\\n' "${invowk__mark}" "$1" >&2
              [ "${invowk__status}" -eq "$2" ] && [ "$4" != judged ]
            }

            # An image without sleep has no limit for one check, only for all of them.
            _end_late() {
              sleep "${invowk__limit}" >/dev/null || return
              printf '\\n'
              _say late "$1"
              kill -s TERM "${invowk__check}"
              sleep 2 >/dev/null
              kill -s KILL "${invowk__check}"
            }

            _end_if_missing() {
              [ -z "${invowk__missing}" ] || _done
            }

            _done() {
              _say 'done'
              exit 0
            }

            """;

    private final StringBuilder text = new StringBuilder(FUNCTIONS);
    private final List<Object> probes = new ArrayList<>();

    /**
     * A script.
     *
     * @param withChecks whether custom checks are run, too
     */
    ProbeScript(DependsOn dependsOn, boolean withChecks) {
        for (DependsOn.Entry<String> entry : dependsOn.tools()) {
            line(entry.alternatives().stream()
                    .map(tool -> "_tool " + number(tool) + " " + ShellWord.quoted(tool))
                    .toList());
        }
        text.append("_end_if_missing\n");
        for (DependsOn.FilePaths entry : dependsOn.filepaths()) {
            line(WantedFile.of(entry).stream().map(this::file).toList());
        }
        text.append("_end_if_missing\n");
        if (withChecks) {
            for (DependsOn.Entry<DependsOn.Check> entry : dependsOn.customChecks()) {
                line(entry.alternatives().stream().map(this::check).toList());
            }
        }
        text.append("_done\n");
    }

    String text() {
        return text.toString();
    }

    /** What is looked for, by its number: the name of a tool, a {@link WantedFile}, or a {@link DependsOn.Check}. */
    List<Object> probes() {
        return probes;
    }

    private void line(List<String> alternatives) {
        text.append(String.join(" ||\n  ", alternatives)).append(" ||\n  invowk__missing=yes\n");
    }

    private String file(WantedFile file) {
        String letters = (file.readable() ? "r" : "") + (file.writable() ? "w" : "") + (file.executable() ? "x" : "");
        return "_file " + number(file) + " " + ShellWord.quoted(file.path()) + " " + ShellWord.quoted(letters);
    }

    private String check(DependsOn.Check check) {
        return "_check " + number(check) + " " + check.expectedStatus() + " " + ShellWord.quoted(check.script()) + " "
                + (check.expectedOutput().isPresent() ? "judged" : "''");
    }

    private int number(Object probe) {
        probes.add(probe);
        return probes.size() - 1;
    }
}

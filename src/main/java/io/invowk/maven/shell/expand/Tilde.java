// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

import io.invowk.maven.shell.syntax.WordPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tilde expansion: POSIX XCU 2.6.1. */
final class Tilde {
    private final Surroundings surroundings;

    Tilde(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Hands over unquoted text at the beginning of a word. */
    void atStart(String text, boolean more, Target target) {
        expandAt(text, 0, text.length(), more, target);
    }

    /** Hands over unquoted text of an assignment, where a tilde behind a colon counts, too. */
    void inAssignment(String text, boolean first, boolean more, Target target) {
        int start = 0;
        boolean tilde = first;
        while (start <= text.length()) {
            int colon = text.indexOf(':', start);
            int end = colon < 0 ? text.length() : colon;
            if (tilde && start < end) {
                expandAt(text, start, end, more && colon < 0, target);
            } else if (start < end) {
                target.literal(text.substring(start, end));
            }
            if (colon < 0) {
                return;
            }
            target.literal(":");
            start = colon + 1;
            tilde = true;
        }
    }

    /** {@code more} tells that something follows which belongs to the word and is not in the text. */
    private void expandAt(String text, int start, int end, boolean more, Target target) {
        int slash = text.indexOf('/', start);
        int prefixEnd = slash < 0 || slash > end ? end : slash;
        boolean complete = prefixEnd < end || !more;
        String home = text.startsWith("~", start) && complete ? home(text.substring(start + 1, prefixEnd)) : null;
        if (home == null) {
            target.literal(text.substring(start, end));
            return;
        }
        boolean doubled = home.endsWith("/") && prefixEnd < end;
        target.quoted(doubled ? home.substring(0, home.length() - 1) : home);
        if (prefixEnd < end) {
            target.literal(text.substring(prefixEnd, end));
        }
    }

    private @Nullable String home(String user) {
        return switch (user) {
            case "" -> {
                String home = surroundings.variables().value("HOME");
                yield home == null ? surroundings.home("") : home;
            }
            case "+" -> surroundings.variables().value("PWD");
            case "-" -> surroundings.variables().value("OLDPWD");
            default -> surroundings.home(user);
        };
    }

    /** Whether a word begins with unquoted text that begins with a tilde. */
    static boolean mayBegin(List<WordPart> parts) {
        return !parts.isEmpty()
                && parts.get(0) instanceof WordPart.Literal literal
                && literal.text().startsWith("~");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

import io.invowk.maven.shell.pattern.FileNames;
import io.invowk.maven.shell.pattern.PathnameExpansion;
import io.invowk.maven.shell.pattern.ShellPattern;
import io.invowk.maven.shell.state.Option;
import io.invowk.maven.shell.state.Options;
import java.util.Arrays;
import java.util.List;

/** Cuts a word into fields and puts file names in the place of patterns: POSIX XCU 2.6.5 and 2.6.6. */
final class FieldTarget implements Target {
    private final List<String> fields;
    private final FieldSeparators separators;
    private final Options options;
    private final FileNames files;
    private final StringBuilder text = new StringBuilder();
    /** Pairs of offsets: what is quoted in the current field. */
    private int[] quotedRuns = new int[8];

    private int runs;
    private boolean active;
    private State state = State.BEFORE_FIELD;

    /** Where the last character left us. */
    private enum State {
        BEFORE_FIELD,
        IN_FIELD,
        /** A blank separator ended a field; one that is not blank belongs to it. */
        BEHIND_BLANK
    }

    FieldTarget(List<String> fields, FieldSeparators separators, Options options, FileNames files) {
        this.fields = fields;
        this.separators = separators;
        this.options = options;
        this.files = files;
    }

    @Override
    public void literal(String more) {
        state = State.IN_FIELD;
        append(more);
    }

    private void append(String more) {
        Limits.checkLength((long) text.length() + more.length());
        text.append(more);
        if (!active) {
            active = mayBePattern(more);
        }
    }

    private static boolean mayBePattern(String more) {
        for (int i = 0; i < more.length(); i++) {
            char c = more.charAt(i);
            if (c == '*' || c == '?' || c == '[' || c == '(') {
                return true;
            }
        }
        return false;
    }

    @Override
    public void quoted(String more) {
        state = State.IN_FIELD;
        if (runs == quotedRuns.length) {
            quotedRuns = Arrays.copyOf(quotedRuns, 2 * runs);
        }
        Limits.checkLength((long) text.length() + more.length());
        quotedRuns[runs++] = text.length();
        text.append(more);
        quotedRuns[runs++] = text.length();
    }

    @Override
    public void expanded(String more) {
        int start = 0;
        for (int i = 0; i < more.length(); i++) {
            char c = more.charAt(i);
            if (!separators.contains(c)) {
                continue;
            }
            if (i > start) {
                literal(more.substring(start, i));
            }
            start = i + 1;
            separate(separators.isBlank(c));
        }
        if (start < more.length()) {
            literal(start == 0 ? more : more.substring(start));
        }
    }

    private void separate(boolean blank) {
        if (blank) {
            if (state == State.IN_FIELD) {
                endField();
                state = State.BEHIND_BLANK;
            }
        } else {
            if (state != State.BEHIND_BLANK) {
                endField();
            }
            state = State.BEFORE_FIELD;
        }
    }

    @Override
    public void border() {
        end();
    }

    /** Ends the word. */
    void end() {
        if (state == State.IN_FIELD) {
            endField();
        }
        state = State.BEFORE_FIELD;
    }

    @Override
    public boolean hasFields() {
        return true;
    }

    private void endField() {
        String field = text.toString();
        if (!active || options.has(Option.NOGLOB) || !addFiles(field)) {
            fields.add(field);
        }
        text.setLength(0);
        runs = 0;
        active = false;
    }

    /** Adds the files that the current field matches; false if it is to stay as it is. */
    private boolean addFiles(String field) {
        boolean extended = options.has(Option.EXTGLOB);
        String pattern = pattern(field);
        if (!ShellPattern.isPattern(pattern, extended)) {
            return false;
        }
        PathnameExpansion.Rules rules = new PathnameExpansion.Rules(
                extended, options.has(Option.NOCASEGLOB), options.has(Option.DOTGLOB), options.has(Option.GLOBSTAR));
        List<String> found = PathnameExpansion.expand(pattern, files, rules);
        if (found.isEmpty() && options.has(Option.FAILGLOB)) {
            throw new ExpansionException("no match: " + field);
        }
        fields.addAll(found);
        return !found.isEmpty() || options.has(Option.NULLGLOB);
    }

    private String pattern(String field) {
        if (runs == 0) {
            return field;
        }
        StringBuilder pattern = new StringBuilder();
        int at = 0;
        for (int run = 0; run < runs; run += 2) {
            pattern.append(field, at, quotedRuns[run]);
            PatternTarget.quote(field.subSequence(quotedRuns[run], quotedRuns[run + 1]), pattern);
            at = quotedRuns[run + 1];
        }
        return pattern.append(field, at, field.length()).toString();
    }
}

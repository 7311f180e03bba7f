// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

/** What one run of a template may use. */
final class TemplateBudget {
    private static final int MAX_STEPS = 10_000_000;
    private static final int MAX_CALLS = 1_000;
    /** Characters of all texts that are made on the way. */
    private static final long MAX_MADE = 100_000_000;

    private final TemplateSource source;
    private int steps;
    private int calls;
    private long made;

    TemplateBudget(TemplateSource source) {
        this.source = source;
    }

    void step(TemplateNode at) {
        steps++;
        check(at, steps <= MAX_STEPS, "more than " + MAX_STEPS + " steps");
    }

    void enter(TemplateNode at) {
        calls++;
        check(at, calls <= MAX_CALLS, "more than " + MAX_CALLS + " templates, one inside the other");
    }

    void leave() {
        calls--;
    }

    void made(TemplateNode at, TemplateDatum result) {
        made += result instanceof TemplateDatum.Text text ? text.value().length() : 0;
        check(at, made <= MAX_MADE, "the texts are longer than " + MAX_MADE + " characters together");
    }

    private void check(TemplateNode at, boolean within, String message) {
        if (!within) {
            throw source.problem(at.offset(), CallException.arithmetic(message));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

/** A word as one value, without field splitting and pathname expansion. */
final class ValueTarget implements Target {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void literal(String more) {
        append(more);
    }

    @Override
    public void quoted(String more) {
        append(more);
    }

    @Override
    public void expanded(String more) {
        append(more);
    }

    private void append(String more) {
        Limits.checkLength((long) text.length() + more.length());
        text.append(more);
    }

    @Override
    public void border() {
        text.append(' ');
    }

    @Override
    public boolean hasFields() {
        return false;
    }

    String value() {
        return text.toString();
    }
}

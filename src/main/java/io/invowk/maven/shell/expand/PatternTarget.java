// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

/** A word as the text of a pattern: what is quoted matches itself. */
final class PatternTarget implements Target {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void literal(String more) {
        text.append(more);
    }

    @Override
    public void quoted(String more) {
        quote(more, text);
    }

    /** Adds text so that a pattern takes it as it is. */
    static void quote(CharSequence more, StringBuilder out) {
        for (int i = 0; i < more.length(); i++) {
            char c = more.charAt(i);
            if (c < 0x80 && !Character.isLetterOrDigit(c) && c != '/') {
                out.append('\\');
            }
            out.append(c);
        }
    }

    @Override
    public void expanded(String more) {
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

    String pattern() {
        return text.toString();
    }
}

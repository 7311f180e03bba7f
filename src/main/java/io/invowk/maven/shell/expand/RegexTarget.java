// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.expand;

/** A word as a regular expression: what is quoted matches itself. */
final class RegexTarget implements Target {
    private static final String SPECIAL = "\\^$.[]|()?*+{}";

    private final StringBuilder text = new StringBuilder();

    @Override
    public void literal(String more) {
        text.append(more);
    }

    @Override
    public void quoted(String more) {
        for (int i = 0; i < more.length(); i++) {
            if (SPECIAL.indexOf(more.charAt(i)) >= 0) {
                text.append('\\');
            }
            text.append(more.charAt(i));
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

    String regex() {
        return text.toString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.archive;

import java.time.Instant;

/**
 * What an archive says of one file.
 *
 * @param name its path; that of a directory ends with a slash
 * @param link what a link leads to; empty if it is none
 * @param mode permission bits with set-user-ID (04000), set-group-ID (02000), sticky (01000)
 * @param size of what follows, in bytes
 */
public record TarEntry(
        Kind kind,
        String name,
        String link,
        int mode,
        long user,
        long group,
        String userName,
        String groupName,
        long size,
        Instant modified) {
    /** The same under another name. */
    public TarEntry named(String other) {
        return new TarEntry(kind, other, link, mode, user, group, userName, groupName, size, modified);
    }

    /** Kinds of files. */
    public enum Kind {
        FILE('-'),
        DIRECTORY('d'),
        SYMBOLIC_LINK('l'),
        HARD_LINK('h'),
        PIPE('p'),
        BLOCK_DEVICE('b'),
        CHARACTER_DEVICE('c');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        /** How a list shows it. */
        public char letter() {
            return letter;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.port;

import java.time.Instant;

/**
 * What is known of a file.
 *
 * @param size in bytes
 * @param mode permission bits with set-user-ID (04000), set-group-ID (02000), sticky (01000)
 */
public record FileFacts(Kind kind, long size, Instant modified, Instant accessed, int mode, int user, int group) {
    /** Kinds of files. */
    public enum Kind {
        FILE,
        DIRECTORY,
        LINK,
        PIPE,
        SOCKET,
        BLOCK_DEVICE,
        CHARACTER_DEVICE
    }
}

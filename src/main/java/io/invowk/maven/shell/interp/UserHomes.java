// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.port.FileAccess;
import io.invowk.maven.shell.text.ByteText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The home directories of users, where the system has them in {@code /etc/passwd}. */
final class UserHomes {
    private static final Path USERS = Path.of("/etc/passwd").toAbsolutePath();
    private static final int NAME = 0;
    private static final int NUMBER = 2;
    private static final int HOME = 5;

    private final FileAccess files;

    UserHomes(FileAccess files) {
        this.files = files;
    }

    /** The home directory of a user, of this one for an empty name; null if it is not known. */
    @Nullable
    String of(String user) {
        String id = user.isEmpty() ? files.userId().map(String::valueOf).orElse("") : user;
        int field = user.isEmpty() ? NUMBER : NAME;
        try (InputStream stream = files.read(USERS)) {
            for (String line : ByteText.decode(stream.readAllBytes()).split("\n", -1)) {
                String[] fields = line.split(":", -1);
                if (fields.length > HOME && fields[field].equals(id)) {
                    return fields[HOME];
                }
            }
        } catch (IOException e) {
            return null;
        }
        return null;
    }
}

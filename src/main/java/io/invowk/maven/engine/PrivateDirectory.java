// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import io.invowk.maven.host.HostEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The directory of ours that only the user can enter: below the user's cache, which a sandbox shares with its host under
 * the same name; where there is none, below the directory for temporary files.
 */
final class PrivateDirectory {
    private static final String NAME = "invowk-engine";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private PrivateDirectory() {}

    /**
     * Finds or makes it.
     *
     * @throws IOException if neither place can be used
     */
    static Path of(HostEnvironment host) throws IOException {
        String cache = host.env().getOrDefault("XDG_CACHE_HOME", "");
        Path parent = cache.startsWith("/") ? Path.of(cache) : host.home().resolve(".cache");
        try {
            Files.createDirectories(parent);
            return open(parent.resolve(NAME));
        } catch (IOException e) {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
            return open(temporary.resolve(NAME + "-" + System.getProperty("user.name")));
        }
    }

    private static Path open(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            // Another thread or process may make it at the same moment: the test below decides.
            Path made = Files.createTempDirectory(directory.toAbsolutePath().getParent(), ".invowk-");
            try {
                Files.move(made, directory);
            } catch (IOException e) {
                Files.deleteIfExists(made);
            }
        }
        Path probe = Files.createTempFile(directory, ".probe-", "");
        try {
            if (!isOurs(directory, probe)) {
                throw new IOException(directory + " belongs to somebody else, or others can enter it");
            }
        } finally {
            Files.delete(probe);
        }
        return directory;
    }

    private static boolean isOurs(Path directory, Path fileOfOurs) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(directory, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return true;
        }
        return view.getOwner().equals(Files.getOwner(fileOfOurs))
                && view.readAttributes().permissions().equals(OWNER_ONLY);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * Writes the build context of an image that holds a command: a copy of the project, our files, and the containerfile. Modes
 * are 644 and 755 whatever they are in the project, so that any user can read it, and equal projects give equal images.
 */
final class BakedContext {
    static final String CONTAINERFILE = "Containerfile";

    private static final String WORKSPACE = "workspace";
    private static final String OURS = "invowk";

    private final Path root;

    private BakedContext(Path root) {
        this.root = root;
    }

    /** Writes it into a directory, which is made. */
    static void write(BakedImage image, Path root) throws IOException {
        BakedContext context = new BakedContext(root);
        context.directory(root);
        context.copyWorkspace(image);
        Path ours = root.resolve(OURS);
        context.directory(ours);
        context.file(ours.resolve("command"), image.entry().getBytes(StandardCharsets.UTF_8), true);
        context.file(ours.resolve("env"), EnvFile.bytes(image.environment()), false);
        if (image.script().isPresent()) {
            ContainerSpec.MountedScript script = image.script().get();
            Path file = ours.resolve("script").resolve(script.name());
            context.directory(ours.resolve("script"));
            context.file(file, script.text().getBytes(StandardCharsets.UTF_8), true);
        }
        Files.writeString(root.resolve(CONTAINERFILE), containerfile(image));
    }

    /** The name is in it so that the image counts as another one under another name: its label tells both. */
    private static String containerfile(BakedImage image) {
        return image.name().map(name -> "# " + name + "\n").orElse("") + "FROM " + image.base() + "\n"
                + "COPY " + WORKSPACE + " " + ContainerSpec.WORKSPACE + "\n"
                + "COPY " + OURS + " " + BakedImage.DIRECTORY + "\n"
                + "ENTRYPOINT [\"/bin/sh\", \"" + BakedImage.ENTRY + "\"]\n"
                + "CMD []\n";
    }

    private void copyWorkspace(BakedImage image) throws IOException {
        Path workspace = root.resolve(WORKSPACE);
        directory(workspace);
        for (String path : ContextFiles.forImage(image.workspace()).keySet()) {
            copy(image.workspace().resolve(path), workspace.resolve(path));
        }
        if (image.needed().isPresent()) {
            Path needed = image.needed().get();
            copy(needed, workspace.resolve(image.workspace().relativize(needed).toString()));
        }
    }

    private void copy(Path from, Path to) throws IOException {
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        directory(Objects.requireNonNull(to.getParent()));
        if (Files.isSymbolicLink(from)) {
            Files.createSymbolicLink(to, Files.readSymbolicLink(from));
        } else if (!Files.isReadable(from)) {
            throw new UserException(Diagnostic.of(from + " cannot be read, and so not be copied into the image")
                    .help("keep it out with a line in .containerignore"));
        } else if (Files.isDirectory(from)) {
            directory(to);
        } else if (Files.isRegularFile(from)) {
            Files.copy(from, to);
            permit(to, FileState.of(from).executable());
        }
        // sockets and the like cannot be part of an image
    }

    private void file(Path file, byte[] content, boolean executable) throws IOException {
        Files.write(file, content);
        permit(file, executable);
    }

    /** Makes a directory of the context, and those above it. */
    private void directory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            directory(Objects.requireNonNull(directory.getParent()));
            Files.createDirectory(directory);
            permit(directory, true);
        }
    }

    private static void permit(Path path, boolean executable) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}

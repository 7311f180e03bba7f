// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names the image of a containerfile by its content: by the file itself, and by the names, contents, execute bits and link
 * targets of all that its instructions can read from the build context. Neither paths outside the context nor times count:
 * an edit makes another image, a move does not, and equal contexts share one.
 *
 * <p>A trigger ({@code ONBUILD}) of a base image that copies from the context is not seen.
 */
public final class BuildContext {
    private static final String REPOSITORY = "localhost/invowk-build";
    private static final int TAG_DIGITS = 16;

    private final Path containerfile;
    private final Path directory;

    /**
     * A build, not started.
     *
     * @param directory the context, absolute
     */
    public BuildContext(Path containerfile, Path directory) {
        this.containerfile = containerfile;
        this.directory = directory;
    }

    /**
     * The image's name and tag, {@code localhost/invowk-build:} and 16 hexadecimal digits.
     *
     * @throws IOException if the containerfile cannot be read
     */
    public String tag() throws IOException {
        MessageDigest digest = sha256();
        byte[] text = Files.readAllBytes(containerfile);
        try (DataOutputStream out =
                new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            put(out, text);
            for (Map.Entry<String, Path> entry : files(text).entrySet()) {
                put(out, entry.getKey().getBytes(StandardCharsets.UTF_8));
                putFile(out, entry.getValue());
            }
        }
        return REPOSITORY + ":" + HexFormat.of().formatHex(digest.digest()).substring(0, TAG_DIGITS);
    }

    private Map<String, Path> files(byte[] text) throws IOException {
        // podman runs a file of this name through the C preprocessor first, which can add any instruction
        boolean preprocessed = containerfile.toString().endsWith(".in");
        ContextReads reads = preprocessed
                ? ContextReads.EVERYTHING
                : ContainerfileReader.read(new String(text, StandardCharsets.UTF_8));
        return ContextFiles.in(directory, reads);
    }

    private static void putFile(DataOutputStream out, Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            out.writeByte('l');
            put(out, Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8));
        } else if (Files.isDirectory(file)) {
            out.writeByte('d');
        } else if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            out.writeByte('?');
        } else {
            out.writeByte(ContextFiles.isExecutable(file) ? 'x' : 'f');
            put(out, digestOf(file));
        }
    }

    private static byte[] digestOf(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        }
        return digest.digest();
    }

    private static void put(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

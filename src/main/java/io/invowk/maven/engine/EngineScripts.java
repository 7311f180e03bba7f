// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Unpacks the engine's scripts, once for each user and version, into a directory named by their content. They are read by
 * {@code sh}, never executed themselves: a file that was just written cannot be, while another thread forks.
 */
final class EngineScripts {
    private static final String ENTRY = "invowk-engine";
    private static final String RESOURCES = "scripts/";
    private static final int NAME_DIGITS = 16;

    /** How the name of a directory of scripts begins. */
    static final String PREFIX = "scripts-";

    private final Path parent;
    private final Optional<URL> packed;

    /** The scripts of this plugin, to be unpacked below a directory that only the user can enter. */
    EngineScripts(Path parent) {
        this(parent, Optional.ofNullable(EngineScripts.class.getResource(RESOURCES + ENTRY)));
    }

    /**
     * Scripts to be unpacked.
     *
     * @param packed the entry point, in a jar or in a directory
     */
    EngineScripts(Path parent, Optional<URL> packed) {
        this.parent = parent;
        this.packed = packed;
    }

    /** The entry point of this plugin's scripts; see {@link EngineCall.Scripts}. */
    static Path entry(Path parent, Path call) throws IOException {
        return new EngineScripts(parent).entry(call);
    }

    /**
     * The path of the entry point, unpacked and complete. Threads and processes may ask at the same time.
     *
     * @param call a directory of the caller's, which has it as long as it uses the scripts
     */
    Path entry(Path call) throws IOException {
        SortedMap<String, byte[]> scripts = packed();
        Path directory = parent.resolve(PREFIX + digest(scripts).substring(0, NAME_DIGITS));
        if (UnpackedScripts.isLeaving(directory)) {
            unpack(call.resolve("scripts"), scripts);
            return call.resolve("scripts").resolve(ENTRY);
        }
        if (!isComplete(directory, scripts)) {
            unpack(directory, scripts);
        }
        return directory.resolve(ENTRY);
    }

    /**
     * Writes beside the place and moves there in one step: whoever sees the directory sees all of it. In a directory that
     * is there already but damaged, the files are replaced one by one, each in one step.
     */
    private void unpack(Path directory, Map<String, byte[]> scripts) throws IOException {
        Path fresh = Files.createTempDirectory(parent, ".unpack-");
        try {
            for (Map.Entry<String, byte[]> script : scripts.entrySet()) {
                Files.write(fresh.resolve(script.getKey()), script.getValue());
            }
            if (isMovedTo(directory, fresh)) {
                return;
            }
            for (String name : scripts.keySet()) {
                Files.move(fresh.resolve(name), directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            deleteIfExists(fresh);
        }
    }

    private static boolean isMovedTo(Path directory, Path fresh) throws IOException {
        try {
            Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            if (Files.isDirectory(directory)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isComplete(Path directory, Map<String, byte[]> scripts) {
        try {
            for (Map.Entry<String, byte[]> script : scripts.entrySet()) {
                if (!Arrays.equals(Files.readAllBytes(directory.resolve(script.getKey())), script.getValue())) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void deleteIfExists(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** The scripts by name, from the jar or the directory of classes that the entry point is in. */
    private SortedMap<String, byte[]> packed() throws IOException {
        URL entry = packed.orElseThrow(
                () -> new IOException("the engine's scripts are missing in this build of the plugin"));
        if (entry.openConnection() instanceof JarURLConnection connection) {
            // a cached jar would stay open
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                return read(jar, connection.getEntryName());
            }
        }
        return read(path(entry));
    }

    private static SortedMap<String, byte[]> read(JarFile jar, String entry) throws IOException {
        SortedMap<String, byte[]> scripts = new TreeMap<>();
        String directory = entry.substring(0, entry.lastIndexOf('/') + 1);
        for (JarEntry file : Collections.list(jar.entries())) {
            String name = file.getName();
            if (name.startsWith(directory)
                    && name.length() > directory.length()
                    && name.indexOf('/', directory.length()) < 0) {
                try (InputStream content = jar.getInputStream(file)) {
                    scripts.put(name.substring(directory.length()), content.readAllBytes());
                }
            }
        }
        return scripts;
    }

    private static SortedMap<String, byte[]> read(Path entry) throws IOException {
        SortedMap<String, byte[]> scripts = new TreeMap<>();
        Path directory = Optional.ofNullable(entry.getParent()).orElseThrow();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                scripts.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
        }
        return scripts;
    }

    private static Path path(URL url) throws IOException {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IOException("no path: " + url, e);
        }
    }

    private static String digest(Map<String, byte[]> scripts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            scripts.forEach((name, content) -> {
                digest.update((name + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

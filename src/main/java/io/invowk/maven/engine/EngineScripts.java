// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
        return new EngineScripts(parent).entry(call, Instant.now());
    }

    /**
     * The path of the entry point, unpacked and complete. Threads and processes may ask at the same time.
     *
     * @param call a directory of the caller's, which has it as long as it uses the scripts
     * @param now the time, or one before
     */
    Path entry(Path call, Instant now) throws IOException {
        URL entry = packed.orElseThrow(
                () -> new IOException("the engine's scripts are missing in this build of the plugin"));
        if (!(entry.openConnection() instanceof JarURLConnection connection)) {
            return unpacked(read(path(entry)), call);
        }
        URL jar = connection.getJarFileURL();
        if (!jar.getProtocol().equals("file")) {
            return unpacked(read(connection), call);
        }
        Path kept = KnownAnswer.file(parent, "scripts of " + path(jar));
        Optional<KnownAnswer> last = KnownAnswer.read(kept);
        if (last.isPresent()) {
            Optional<FileStates> states = states(path(jar), last.get().text());
            if (states.isPresent() && last.get().isOf(states.get())) {
                return parent.resolve(last.get().text()).resolve(ENTRY);
            }
        }
        Path found = unpacked(read(connection), call);
        Path directory = Objects.requireNonNull(found.getParent());
        if (parent.equals(directory.getParent())) {
            String name = String.valueOf(directory.getFileName());
            states(path(jar), name)
                    .filter(states -> states.areSettled(now))
                    .ifPresent(states -> KnownAnswer.keep(kept, name, states));
        }
        return found;
    }

    /**
     * What the place of the scripts depends on: the jar, and all that is in their directory, a mark that it is removed included.
     *
     * @return empty if the directory is being changed right now, or is none
     */
    private Optional<FileStates> states(Path jar, String directory) {
        Map<String, FileState> files = new LinkedHashMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent.resolve(directory))) {
            files.put("", FileState.of(jar));
            for (Path file : entries) {
                files.put(String.valueOf(file.getFileName()), FileState.of(file));
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
            return Optional.empty();
        }
        return Optional.of(FileStates.of(new byte[0], files));
    }

    private Path unpacked(SortedMap<String, byte[]> scripts, Path call) throws IOException {
        Path directory = parent.resolve(PREFIX + name(scripts));
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

    /** The scripts by name, from the jar that the entry point is in. */
    private static SortedMap<String, byte[]> read(JarURLConnection entry) throws IOException {
        // a cached jar would stay open
        entry.setUseCaches(false);
        try (JarFile jar = entry.getJarFile()) {
            return read(jar, entry.getEntryName());
        }
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

    /** The same from a directory of classes. */
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

    private static String name(Map<String, byte[]> scripts) {
        MessageDigest digest = Sha256.digest();
        scripts.forEach((name, content) -> {
            digest.update((name + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        return Sha256.name(digest);
    }
}

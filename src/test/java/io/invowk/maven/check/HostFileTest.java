// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import static io.invowk.maven.plan.InvkfileFixture.nativeRuntime;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The row filepaths of the table in execution.md §8, on this machine. */
class HostFileTest {
    @TempDir
    Path directory;

    private void make(String name, String permissions) throws Exception {
        Path path = directory.resolve(name);
        if (name.endsWith("/")) {
            Files.createDirectory(path);
        } else {
            Files.writeString(path, "");
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private Optional<String> problem(OperatingSystem os, String path, String asked) {
        HostEnvironment host = new HostEnvironment(os, Map.of("PATHEXT", ".EXE;.PY"), directory, directory);
        return new HostFile(host, directory)
                .problem(new WantedFile(path, asked.contains("r"), asked.contains("w"), asked.contains("x")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', rw-------, ''",
        "r, rw-------, ''",
        "w, rw-------, ''",
        "x, rw-------, cannot be executed",
        "r, -w-------, cannot be read",
        "w, r--------, cannot be written",
        "rw, r--------, cannot be written",
        "rwx, ---------, cannot be read",
        "rwx, rwx------, ''",
        "x, rw---x---, ''",
        "x, rw------x, ''",
    })
    void looksAtPermissions(String asked, String permissions, String problem) throws Exception {
        make("file", permissions);
        assumeFalse(Files.isReadable(unreadable()), "the superuser may read everything");
        assertThat(problem(OperatingSystem.LINUX, "file", asked).orElse("")).isEqualTo(problem);
    }

    private Path unreadable() throws Exception {
        make("unreadable", "---------");
        return directory.resolve("unreadable");
    }

    @Test
    void aDirectoryIsWritableIfFilesCanBeMadeInIt() throws Exception {
        assumeFalse(Files.isReadable(unreadable()), "the superuser may write everywhere");
        make("open/", "rwx------");
        make("closed/", "r-x------");
        make("no-entry/", "rw-------");
        assertThat(problem(OperatingSystem.LINUX, "open", "w")).isEmpty();
        assertThat(problem(OperatingSystem.LINUX, "closed", "w")).hasValue("cannot be written");
        assertThat(problem(OperatingSystem.LINUX, "no-entry", "w")).hasValue("cannot be written");
        try (Stream<Path> files = Files.list(directory.resolve("open"))) {
            assertThat(files).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"a.exe, ''", "a.CMD, ''", "a.ps1, ''", "a.py, ''", "a.sh, cannot be executed", "a, cannot be executed"})
    void looksAtTheEndOfNamesOnWindows(String name, String problem) throws Exception {
        make(name, "rw-------");
        assertThat(problem(OperatingSystem.WINDOWS, name, "x").orElse("")).isEqualTo(problem);
    }

    @Test
    void followsPathsAsTheyAreWritten() throws Exception {
        make("sub/", "rwx------");
        make("sub/file with 'quotes'", "rw-------");
        Files.createSymbolicLink(directory.resolve("link"), Path.of("sub/file with 'quotes'"));
        Files.createSymbolicLink(directory.resolve("dangling"), Path.of("none"));
        assertThat(problem(OperatingSystem.LINUX, "sub/file with 'quotes'", "r"))
                .isEmpty();
        assertThat(problem(OperatingSystem.LINUX, "sub/../link", "r")).isEmpty();
        assertThat(problem(OperatingSystem.LINUX, directory + "/sub", "")).isEmpty();
        assertThat(problem(OperatingSystem.LINUX, "dangling", "")).hasValue("does not exist");
        assertThat(problem(OperatingSystem.LINUX, "~", "")).hasValue("does not exist");
        assertThat(problem(OperatingSystem.LINUX, "nul\0", "")).hasValue("is no file name here");
    }

    @Test
    void isToldWithAllThatIsAskedFor() throws Exception {
        make("there", "rw-------");
        Checked checked = new Checked(directory);
        assertThat(checked.problem(
                        new Needs()
                                .file("rwx", "there", "none")
                                .file("", "none")
                                .file("r", "none", "there"),
                        nativeRuntime()))
                .isEqualTo("""
                        invkfile.cue:1:1: error: command "build" needs the readable, writable, executable file "there" or "none"
                          1 | there
                            | ^^^^^
                            = there: cannot be executed
                            = none: does not exist
                            = help: create it, or change its permissions; a relative path starts from the directory of the invkfile
                        invkfile.cue:1:1: error: command "build" needs the file "none"
                          1 | none
                            | ^^^^
                            = none: does not exist
                            = help: create it, or change its permissions; a relative path starts from the directory of the invkfile""");
    }
}

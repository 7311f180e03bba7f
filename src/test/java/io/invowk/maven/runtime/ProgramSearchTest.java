// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.host.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramSearchTest {
    @TempDir
    Path directory;

    private ProgramSearch search(OperatingSystem os, Map<String, String> env) {
        return new ProgramSearch(new HostEnvironment(os, env, directory, directory));
    }

    private Path file(String name, String permissions) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.setPosixFilePermissions(Files.createFile(file), PosixFilePermissions.fromString(permissions));
    }

    @Test
    void takesTheFirstFileThatCanBeExecuted() throws IOException {
        file("a/tool", "rw-r--r--");
        Files.createDirectories(directory.resolve("b/tool"));
        Path tool = file("c/tool", "rwxr-xr-x");
        file("d/tool", "rwxr-xr-x");
        ProgramSearch search = search(OperatingSystem.LINUX, Map.of("PATH", "a:b::c:d"));
        assertThat(search.find("tool", directory)).hasValue(tool);
        assertThat(search.findFirst(List.of("other", "tool"))).hasValue(tool);
        assertThat(search.find("other", directory)).isEmpty();
    }

    @Test
    void readsAnEmptyEntryAsTheCurrentDirectory() throws IOException {
        Path tool = file("tool", "rwxr-xr-x");
        assertThat(search(OperatingSystem.LINUX, Map.of("PATH", "/nowhere:")).find("tool", Path.of("/")))
                .hasValue(tool);
    }

    @Test
    void readsAPathFromTheBase() throws IOException {
        Path tool = file("sub/tool", "rwxr-xr-x");
        ProgramSearch search = search(OperatingSystem.LINUX, Map.of());
        assertThat(search.find("./tool", directory.resolve("sub"))).hasValue(tool);
        assertThat(search.find(tool.toString(), Path.of("/"))).hasValue(tool);
        assertThat(search.find("./tool", directory)).isEmpty();
    }

    @Test
    void triesTheExtensionsOfWindows() throws IOException {
        Path tool = file("tool.exe", "rwxr-xr-x");
        ProgramSearch search =
                search(OperatingSystem.WINDOWS, Map.of("Path", directory.toString(), "PATHEXT", ".bat;.exe"));
        assertThat(search.find("tool", directory)).hasValue(tool);
        assertThat(search.find("tool.exe", directory)).hasValue(tool);
        assertThat(search.find("tool.bat", directory)).isEmpty();
    }

    @Test
    void knowsTheNameOfAProgramAndTheSuffixOfItsScripts() {
        assertThat(ProgramName.of("/usr/bin/python3")).isEqualTo("python3");
        assertThat(ProgramName.of("C:\\bin\\Pwsh.EXE")).isEqualTo("Pwsh");
        assertThat(ProgramName.scriptSuffix("/usr/bin/python3")).isEqualTo(".py");
        assertThat(ProgramName.scriptSuffix("Rscript")).isEqualTo(".R");
        assertThat(ProgramName.scriptSuffix("awk")).isEmpty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a comparison of utilities with those of the machine does not show. */
class FileUtilityTest {
    @TempDir
    private Path top;

    private Path directory;
    private Path outside;

    @BeforeEach
    void makeDirectories() throws IOException {
        directory = Files.createDirectory(top.resolve("work"));
        outside = Files.createDirectory(top.resolve("outside"));
        Files.writeString(outside.resolve("kept"), "kept");
    }

    private Scripts.Answer run(String script) throws IOException, InterruptedException {
        return new Scripts(directory).run(script);
    }

    @Test
    void namesAnOptionThatItDoesNotKnow() throws IOException, InterruptedException {
        assertThat(run("mkdir -pQ a; rm -rQ a; cp --wrong a b; find . -wrong").errors())
                .contains("mkdir: invalid option -- 'Q'")
                .contains("rm: invalid option -- 'Q'")
                .contains("cp: unrecognized option '--wrong'")
                .contains("find: unknown predicate `-wrong'");
    }

    @Test
    void pathsAreThoseOfTheShell() throws IOException, InterruptedException {
        Scripts.Answer answer =
                run("mkdir a; cd a; mkdir b; touch b/c; cd b; ln -s c d; cp c e; mv e f; ls; find .. -type l");
        assertThat(answer.output()).isEqualTo("c\nd\nf\n../b/d\n");
        assertThat(directory.resolve("a/b/f")).isRegularFile();
    }

    @Test
    void newFilesHaveTheMaskOfTheScript() throws IOException, InterruptedException {
        run("umask 027; mkdir a; touch b; echo | tee c; umask 0; mkdir d; touch e; (umask 077; mkdir -p f/g; cp b h)");
        assertThat(permissions("a")).isEqualTo("rwxr-x---");
        assertThat(permissions("b")).isEqualTo("rw-r-----");
        assertThat(permissions("c")).isEqualTo("rw-r-----");
        assertThat(permissions("d")).isEqualTo("rwxrwxrwx");
        assertThat(permissions("e")).isEqualTo("rw-rw-rw-");
        assertThat(permissions("f/g")).isEqualTo("rwx------");
        assertThat(permissions("h")).isEqualTo("rw-------");
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name)));
    }

    @Test
    void theRootIsNotRemoved() throws IOException, InterruptedException {
        // Were it not refused, it would ask, and nobody says yes.
        Scripts.Answer answer = run("rm -ri /; rm -ri //; rm -ri /tmp/../; rm -ri .; rm -ri ..; echo $?");
        assertThat(answer.errors()).doesNotContain("descend").contains("dangerous to operate recursively on '/'");
        assertThat(answer.output()).isEqualTo("1\n");
        assertThat(directory).isDirectory();
    }

    @Test
    void rmDoesNotFollowLinks() throws IOException, InterruptedException {
        Scripts.Answer answer =
                run("mkdir d; ln -s ../../outside d/l; ln -s ../outside k; rm -rf d; rm -rf k/; echo $?; rm -r k");
        assertThat(answer.output()).isEqualTo("1\n");
        assertThat(directory).isEmptyDirectory();
        assertThat(outside.resolve("kept")).hasContent("kept");
    }

    @Test
    void mvAndCpDoNotLoseWhatIsThere() throws IOException, InterruptedException {
        Scripts.Answer answer = run("mkdir a; echo 1 >a/x; cp -r a a/b; echo $?; mv a a/c; echo $?; cat a/x");
        assertThat(answer.output()).isEqualTo("1\n1\n1\n");
    }

    @Test
    void findRunsWhatTheShellRuns() throws IOException, InterruptedException {
        Scripts.Answer answer =
                run("mkdir a; echo 1 >a/x; PATH=/nowhere; find a -type f -exec cat {} + -exec echo {} \\;"
                        + "; find a -name x -exec test -d {} \\; -o -name x -print");
        assertThat(answer.output()).isEqualTo("a/x\n1\na/x\n");
    }
}

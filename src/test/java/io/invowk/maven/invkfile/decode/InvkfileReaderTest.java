// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.invowk.maven.cuefile.FileProblem;
import io.invowk.maven.cuefile.FileProblem.Kind;
import io.invowk.maven.diagnostic.DiagnosticRenderer;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.invkfile.Invkfile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvkfileReaderTest {
    private static final String RIGHT =
            "cmds: [{name: \"build\", implementations: [{script: \"make\", runtimes: [{name: \"native\"}]}]}]\n";

    @TempDir
    private Path cwd;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = cwd.resolve("invkfile.cue");
    }

    private Decoded write(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return InvkfileReader.read(file, cwd);
    }

    private Decoded write(String text) throws IOException {
        return write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertProblem(Decoded decoded, Kind kind, String text) {
        assertThat(decoded.invkfile()).isEmpty();
        assertThat(decoded.problems()).extracting(FileProblem::kind).containsExactly(kind);
        assertThat(DiagnosticRenderer.render(decoded.diagnostics())).isEqualTo(text);
    }

    @Test
    void readsAFile() throws IOException {
        Invkfile invkfile = write(RIGHT).orThrow();
        assertThat(invkfile.file()).isEqualTo(file);
        assertThat(invkfile.directory()).isEqualTo(cwd);
        assertThat(invkfile.commands()).extracting(c -> c.origin().toString()).containsExactly("invkfile.cue:1:8");
    }

    @Test
    void namesAFileElsewhereByItsWholePath() throws IOException {
        Files.writeString(file, "cmds: []");
        assertThat(InvkfileReader.read(file, cwd.resolve("sub"))
                        .diagnostics()
                        .get(0)
                        .place())
                .hasToString("Optional[" + file + ":1:7]");
    }

    @Test
    void skipsAByteOrderMark() throws IOException {
        Invkfile invkfile = write("\ufeff" + RIGHT).orThrow();
        assertThat(invkfile.commands().get(0).origin()).hasToString("invkfile.cue:1:8");
    }

    @Test
    void takesWindowsLineEnds() throws IOException {
        assertThat(write("// first\r\n" + RIGHT.replace("\n", "\r\n")).problems())
                .isEmpty();
    }

    @Test
    void reportsAMissingFile() {
        assertProblem(InvkfileReader.read(file, cwd), Kind.IO, "cannot read \"invkfile.cue\": there is no such file");
    }

    @Test
    void reportsADirectory() throws IOException {
        Files.createDirectory(file);
        assertProblem(InvkfileReader.read(file, cwd), Kind.IO, "cannot read \"invkfile.cue\": it is a directory");
    }

    @Test
    void reportsAFileWithoutPermission() throws IOException {
        Files.writeString(file, RIGHT);
        assertThat(file.toFile().setReadable(false)).isTrue();
        assumeFalse(Files.isReadable(file), "the superuser may read everything");
        assertProblem(InvkfileReader.read(file, cwd), Kind.IO, "cannot read \"invkfile.cue\": permission denied");
    }

    @Test
    void limitsTheFileByBytes() throws IOException {
        String comment = RIGHT + "//" + "é".repeat((5 * 1024 * 1024 - RIGHT.length() - 2) / 2);
        String largest = comment + " ".repeat(5 * 1024 * 1024 - comment.getBytes(StandardCharsets.UTF_8).length);
        assertThat(write(largest).problems()).isEmpty();
        assertProblem(write(largest + " "), Kind.SIZE, "\"invkfile.cue\" is larger than 5242880 bytes");
    }

    @Test
    void pointsAtTheFirstByteThatIsNotUtf8() throws IOException {
        byte[] bytes = "\ufeff// é😀\n// ?x\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xe9;
        assertProblem(write(bytes), Kind.SYNTAX, """
                        invkfile.cue:2:4: error: the file is not UTF-8
                          2 | // \ufffdx
                            |    ^
                            = help: save it as UTF-8""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void reportsATextOfAnotherEncoding(String charset) throws IOException {
        Decoded decoded =
                write((charset.equals("UTF-16LE") ? "\ufeff" + RIGHT : RIGHT).getBytes(Charset.forName(charset)));
        assertThat(decoded.invkfile()).isEmpty();
        assertThat(decoded.problems()).extracting(FileProblem::kind).containsOnly(Kind.SYNTAX);
        assertThat(decoded.diagnostics().get(0).place()).isPresent();
        assertThat(decoded.diagnostics().get(0).message()).isEqualTo("the file is not UTF-8");
    }

    @Test
    void reportsLatin1() throws IOException {
        assertProblem(write("// caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)), Kind.SYNTAX, """
                        invkfile.cue:1:7: error: the file is not UTF-8
                          1 | // caf\ufffd
                            |       ^
                            = help: save it as UTF-8""");
    }

    /** Opened, a pipe would wait for a writer for ever, and the device would never end. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void opensNeitherAPipeNorADevice() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
        assertProblem(
                InvkfileReader.read(file, cwd),
                Kind.IO,
                "cannot read \"invkfile.cue\": it is neither a file nor a directory");
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("/dev/zero"));
        assertProblem(
                InvkfileReader.read(file, cwd),
                Kind.IO,
                "cannot read \"invkfile.cue\": it is neither a file nor a directory");
        Files.delete(file);
    }

    @Test
    void reportsATextThatEndsInsideACharacter() throws IOException {
        assertThat(write(new byte[] {'/', '/', (byte) 0xc3}).problems())
                .extracting(FileProblem::kind)
                .containsExactly(Kind.SYNTAX);
    }

    @Test
    void throwsAllProblemsAtOnce() throws IOException {
        Decoded decoded = write("workdir: 1\ncmds: []");
        assertThatThrownBy(decoded::orThrow)
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.diagnostics()).hasSize(2));
    }
}

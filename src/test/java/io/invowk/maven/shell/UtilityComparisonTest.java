// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.shell.conformance.HostPrograms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of utilities, each with every choice of its options and inputs, answered as the GNU ones do; output and exit status count. */
class UtilityComparisonTest {
    private static final Path BUSYBOX = Path.of("/usr/bin/busybox");

    @TempDir
    Path directory;

    @BeforeEach
    void writeInputs() throws IOException {
        Files.writeString(directory.resolve("empty"), "");
        Files.writeString(directory.resolve("words"), "b 2 x\na 10 y\nB 1 x\n\n\nä 3\na 10 y\nlast:line:of");
        Files.writeString(directory.resolve("fields"), "a:b:c\nno delimiter\n::\nx:y\n1:22:333:4444\n");
        Files.write(directory.resolve("bytes"), new byte[] {'a', '\t', 0x01, (byte) 0xff, '\n', '\r', '\n', 'z'});
        Random random = new Random(7);
        StringBuilder numbers = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            numbers.append(random.nextInt(40) - 20)
                    .append(random.nextBoolean() ? ".5" : "")
                    .append(random.nextBoolean() ? " k" : "\tM")
                    .append(random.nextInt(5))
                    .append('\n');
        }
        Files.writeString(directory.resolve("numbers"), numbers);
    }

    private record Answer(int status, String output) {}

    private Answer ours(String call) throws IOException, InterruptedException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int status = new Shell(HostPrograms.start(), new LocalFiles(), true)
                .run(
                        new Shell.Request(
                                // Programs are not on the path: what is not inside is not found.
                                new SourceText("call", call), List.of(), Map.of("LC_ALL", "C.UTF-8"), directory),
                        new Shell.Streams(InputStream.nullInputStream(), output, OutputStreams.NOTHING));
        return new Answer(status, output.toString(StandardCharsets.ISO_8859_1));
    }

    private Answer theirs(String call) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", call)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        return new Answer(process.waitFor(), output);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat ‹¦-n¦-b¦-s¦-A¦-E¦-T¦-v¦-ns¦-bE¦-e¦-t› ‹words¦bytes¦empty¦words bytes¦none¦- <words›",
                "head ‹¦-n 2¦-n2¦-2¦-n 0¦-n -3¦-c 5¦-c -4¦-qn1¦--lines=3› ‹words¦bytes¦empty¦words fields¦none¦<words›",
                "tail ‹¦-n 2¦-n2¦-2¦-n 0¦-n +3¦-c 5¦-c +4¦-qn1¦--lines=3› ‹words¦bytes¦empty¦words fields¦none¦<words›",
                "wc ‹¦-l¦-w¦-c¦-m¦-L¦-lw¦-cl› ‹words¦bytes¦empty¦words fields¦none›",
                "wc ‹-l¦-w¦-c› <words ; cat words | wc",
                "cut ‹-d: -f1¦-d: -f2-¦-d: -f-2,4¦-d: -sf 2¦-f1¦-b1-3¦-c2,4-¦-b3¦-d: -f2 --complement¦-d: -f1,3 --output-delimiter=XX"
                        + "¦-b1-2,4-5 --output-delimiter=_¦-d: -s¦-f0¦-f3-1› ‹fields¦words¦empty¦none›",
                "tr ‹a-z A-Z¦-d a¦-s '\\n'¦-cd 'a-z\\n'¦'[:lower:]' '[:upper:]'¦-d '[:space:]'¦abc x¦-s a-z A-Z¦-c a-z _"
                        + "¦'[a*3]b' x-z¦'\\141' '\\n'¦-t abc xy¦a '[x*]'¦-ds a x¦-C '[:alnum:]' '[\\n*]'¦abc¦-d› <‹words¦fields¦bytes›",
                "uniq ‹¦-c¦-d¦-u¦-i¦-D¦-f1¦-s2¦-w1¦-ic› ‹words¦fields¦empty¦none›",
                "sort ‹¦-r¦-u¦-n¦-f¦-fu¦-k2¦-k2,2¦-k2n¦-k2nr¦-b¦-d¦-s¦-rn¦-k2,2 -k1,1r¦-k1.2¦-t: -k2¦-t: -k2,2r -s¦-c¦-C¦-uc› ‹words¦fields"
                        + "¦numbers¦empty¦words fields¦none›",
                "sort ‹-n¦-g¦-h¦-V¦-M¦-nu¦-nr¦-k2.2n¦-t k -k1n› numbers",
                "grep ‹¦-i¦-v¦-c¦-n¦-o¦-l¦-L¦-q¦-w¦-x¦-in¦-vc¦-m1¦-A1¦-B1¦-C1¦-nA1¦-h¦-H¦-s¦-on¦-F¦-E› ‹a¦x$¦^b¦'[[:digit:]]'¦zz›"
                        + " ‹words¦fields¦words fields¦empty¦none›",
                "grep ‹¦-o¦-c› ‹'\\(a\\)b*'¦'a\\{1,\\}'¦'[^ ]*$'¦'^$'¦'a\\|b'¦'\\<a'¦'*'¦'[]]'¦'x*y'¦'\\.'› ‹words¦fields›",
                "grep -E ‹¦-o¦-c› ‹'(a|b)+'¦'a{1,2}'¦'^(.*):(.*)$'¦'a?b'¦'[0-9]{2,}'¦'x|y|z'¦'(.)\\1'¦'a{,2}b'¦'()'› ‹words¦fields›",
                "grep ‹¦-c¦-n› '' ‹words¦empty›",
                "grep -e ‹a¦zz› ‹¦-e x¦-F -e :› ‹words¦fields›",
                "grep -P ‹¦-o¦-c¦-w¦-x¦-i› ‹'[[:alpha:]]+\\d{2}'¦'[a-z]+ \\K[0-9]+'¦'(?<=a )1'¦'[[&]'¦'[]:]'¦'(?P<n>a)'¦'('› ‹words¦fields›",
                "seq -f ‹%03g¦'n%.2f%%'¦%e¦'%5.1f|'¦'%-5g|'¦%d¦'%g %g'¦x¦'%+g'¦%05.1f¦'-w %g'› ‹2¦8 11¦1 0.5 2¦-2 0›",
                "sort ‹--sort=numeric¦--sort=version --parallel=2¦--sort=x¦--sort=month¦-r --sort=general-numeric› numbers",
                "‹sort -R¦sort --sort=random -r¦sort --random-sort› words | sort; sort -R words words | uniq | wc -l",
                "basename ‹/a/b.c¦b.c¦/¦a/¦//¦a//b//¦.c› ‹¦.c¦c›",
                "basename -a ‹a/b c/d¦x.y z› ; basename -s .c ‹a.c b.c¦.c›",
                "dirname ‹/a/b¦a¦/¦a/b/¦a//b//¦/a¦''¦a/b c/d›",
                "seq ‹5¦2 5¦2 2 9¦5 -1 1¦-2 2¦1 0.5 3¦-w 8 11¦-s, 3¦3 1¦-w 0.5 10¦1 0 2¦x¦-s : -w 9 10›",
                "tee out <words; cat out; tee -a out <fields >none; cat out; ‹head¦tail› -n1 out",
                "‹cat¦head¦tail¦wc¦cut -f1¦uniq¦sort¦grep x› --no-such-option words",
                "‹cat -Q¦head -Q¦tail -Q¦wc -Q¦cut -Qf1¦uniq -Q¦sort -Q¦grep -Q x¦tr -Q a b¦tee -Q› words"
            })
    void answersAsCoreutilsDo(String template) throws IOException, InterruptedException {
        assumeTrue(theirs("sort --version").output().contains("GNU"), "skipped: no coreutils here");
        for (String call : TreeComparison.calls(template)) {
            assertThat(ours(call)).as(call).isEqualTo(theirs(call));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat ‹words¦empty›",
                "head ‹-n 2¦-c 5› ‹words¦fields›",
                "tail ‹-n 2¦-n +3¦-c 5› ‹words¦fields›",
                "cut ‹-d: -f1¦-d: -f2-¦-b1-3¦-d: -sf 2› fields",
                "tr ‹a-z A-Z¦-d a¦-s '\\n'¦-cd 'a-z\\n'› <words",
                "uniq ‹¦-c¦-d¦-u› words",
                "sort ‹¦-r¦-u¦-n¦-k2› ‹words¦fields›",
                "grep ‹¦-i¦-v¦-c¦-n¦-o¦-w¦-x¦-A1› ‹a¦x$¦zz› ‹words¦fields›",
                "basename ‹/a/b.c¦b.c¦/› ‹¦.c›",
                "dirname ‹/a/b¦a¦/¦a/b/›",
                "seq ‹5¦2 5¦2 2 9¦5 -1 1›"
            })
    void answersAsBusyboxDoes(String template) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(BUSYBOX), "skipped: no busybox here");
        for (String call : TreeComparison.calls(template)) {
            Answer answer = theirs("busybox " + call);
            Answer ours = ours(call);
            assertThat(ours).as(call).isEqualTo(answer);
        }
    }

    @Test
    void namesAnOptionThatItDoesNotKnow() throws IOException, InterruptedException {
        Scripts.Answer answer = new Scripts(directory).run("head -nQ x; grep -rQ x .; sort --wrong");
        assertThat(answer.errors())
                .contains("head: invalid number of lines: 'Q'")
                .contains("grep: invalid option -- 'Q'")
                .contains("sort: unrecognized option '--wrong'");
    }

    @Test
    void losesToBuiltInsAndFunctionsAndLeavesConditionsAlone() throws IOException, InterruptedException {
        Scripts.Answer answer = new Scripts(directory)
                .run("cat() { echo mine; }; cat x; grep zz words || echo none; set -e; grep -q a words; echo on");
        assertThat(answer.output()).isEqualTo("mine\nnone\non\n");
        assertThat(answer.status()).isZero();
    }

    @Test
    void endsAnEndlessWriterWhenItsReaderHasEnough() throws IOException, InterruptedException {
        assertThat(ours("seq 1000000000 | head -n 2 | cat").output()).isEqualTo("1\n2\n");
    }

    private static final class OutputStreams {
        static final java.io.OutputStream NOTHING = java.io.OutputStream.nullOutputStream();
    }
}

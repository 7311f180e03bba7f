// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of the table of sources: execution.md §2; modules.md §3 and §4. */
class DiscoveryTest {
    private static final String COMMAND =
            "{name: \"NAME\", implementations: [{script: \"true\", runtimes: [{name: \"native\"}]}]}";

    @TempDir
    private Path top;

    private Path project;
    private Path home;

    @BeforeEach
    void makeDirectories() throws IOException {
        project = Files.createDirectory(top.resolve("project"));
        home = Files.createDirectory(top.resolve("home"));
    }

    private static void commands(Path file, String... names) throws IOException {
        Files.createDirectories(file.getParent());
        List<String> commands = List.of(names).stream()
                .map(name -> COMMAND.replace("NAME", name))
                .toList();
        Files.writeString(file, "cmds: [" + String.join(", ", commands) + "]");
    }

    private static void module(Path folder, String... names) throws IOException {
        commands(folder.resolve("invkfile.cue"), names);
        String name = folder.getFileName().toString();
        Files.writeString(folder.resolve("invkmod.cue"), "module: \"" + name.substring(0, name.length() - 8) + "\"");
    }

    private Discovered find(Path... searchPaths) {
        return Discovery.find(Places.of(project, Optional.empty(), home, List.of(searchPaths)), project);
    }

    /** Each command as its source's id and its name, in order. */
    private static List<String> names(Discovered found) {
        return found.catalog().entries().stream()
                .map(entry -> entry.source().id() + ": " + entry.name())
                .toList();
    }

    private static List<String> problems(Discovered found) {
        return found.skipped().stream()
                .flatMap(file -> file.diagnostics().stream().map(problem -> file.name() + ": " + problem.message()))
                .toList();
    }

    @Test
    void row1TakesTheFirstOfBothNames() throws IOException {
        commands(project.resolve("invkfile"), "second");
        assertThat(names(find())).containsExactly("invkfile: second");
        commands(project.resolve("invkfile.cue"), "first");
        assertThat(names(find())).containsExactly("invkfile: first");
    }

    @Test
    void row1DoesNotPassADirectoryOver() throws IOException {
        Files.createDirectory(project.resolve("invkfile.cue"));
        commands(project.resolve("invkfile"), "second");
        assertThatThrownBy(() -> find().catalog()).hasMessage("cannot read \"invkfile.cue\": it is a directory");
    }

    @Test
    void row1NeverSearchesParents() throws IOException {
        commands(top.resolve("invkfile.cue"), "above");
        assertThatThrownBy(() -> find().catalog()).hasMessageStartingWith("no invkfile in ");
    }

    @Test
    void row2TakesModulesRightInTheDirectoryByName() throws IOException {
        module(project.resolve("b.invkmod"), "x");
        module(project.resolve("Z.invkmod"), "x");
        module(project.resolve("a.b.invkmod"), "x", "y z");
        module(project.resolve("deep/c.invkmod"), "x");
        module(top.resolve("linked.invkmod"), "x");
        Files.createSymbolicLink(project.resolve("linked.invkmod"), top.resolve("linked.invkmod"));
        Files.writeString(project.resolve("file.invkmod"), "");
        assertThat(names(find())).containsExactly("Z: x", "a.b: x", "a.b: y z", "b: x");
        assertThat(find().catalog().entries().get(1).fullName()).isEqualTo("a.b x");
        assertThat(find().catalog().entries().get(1).source().title()).isEqualTo("a.b.invkmod");
    }

    @Test
    void row2AModuleWithoutCommandsIsNoProblem() throws IOException {
        module(project.resolve("lib.invkmod"), "x");
        Files.delete(project.resolve("lib.invkmod/invkfile.cue"));
        commands(project.resolve("invkfile.cue"), "a");
        assertThat(names(find())).containsExactly("invkfile: a");
        assertThat(problems(find())).isEmpty();
    }

    @Test
    void rows3And4TakeTheUsersFilesNearestTheTopFirst() throws IOException {
        Path user = home.resolve(".invowk/cmds");
        commands(user.resolve("a/invkfile.cue"), "same", "deep");
        commands(user.resolve("a/invkfile"), "same", "deep", "second");
        commands(user.resolve("invkfile"), "same", "top");
        commands(user.resolve("b/other.cue"), "none");
        module(user.resolve("m.invkmod"), "same");
        module(user.resolve("a/n.invkmod"), "same");
        assertThat(names(find()))
                .containsExactly(
                        "user commands (~/.invowk/cmds): same",
                        "user commands (~/.invowk/cmds): top",
                        "user commands (~/.invowk/cmds): deep",
                        "user commands (~/.invowk/cmds): second",
                        "m: same",
                        "n: same");
        assertThat(find().catalog().entries().get(0).source().invkfile().file()).isEqualTo(user.resolve("invkfile"));
    }

    @Test
    void rows5And6TakeEachSearchPath() throws IOException {
        commands(project.resolve("invkfile.cue"), "a");
        commands(top.resolve("one/sub/invkfile.cue"), "a", "b");
        commands(top.resolve("two/invkfile"), "b", "c");
        module(top.resolve("two/m.invkmod"), "a");
        assertThat(names(find(top.resolve("one"), top.resolve("two"), top.resolve("no/such"))))
                .containsExactly("invkfile: a", "configured search path: b", "configured search path: c", "m: a");
    }

    @Test
    void findsOnceWhatSeveralPlacesLeadTo() throws IOException {
        commands(project.resolve("invkfile.cue"), "a");
        module(project.resolve("m.invkmod"), "a");
        Files.createSymbolicLink(top.resolve("link"), project);
        assertThat(names(find(project, top.resolve("link")))).containsExactly("invkfile: a", "m: a");
    }

    @Test
    void entersNoLinkToADirectoryButReadsLinksToFiles() throws IOException {
        Path user = Files.createDirectories(home.resolve(".invowk/cmds"));
        Files.createSymbolicLink(user.resolve("loop"), user);
        commands(top.resolve("elsewhere/invkfile.cue"), "a");
        Files.createSymbolicLink(user.resolve("elsewhere"), top.resolve("elsewhere"));
        assertThat(find().sources()).isEmpty();
        Files.createSymbolicLink(user.resolve("invkfile"), top.resolve("elsewhere/invkfile.cue"));
        assertThat(names(find())).containsExactly("user commands (~/.invowk/cmds): a");
    }

    @Test
    void aFileThatCannotBeReadDoesNotVanish() throws IOException {
        commands(project.resolve("invkfile.cue"), "a");
        Path user = Files.createDirectories(home.resolve(".invowk/cmds"));
        Files.createSymbolicLink(user.resolve("invkfile.cue"), user.resolve("invkfile.cue"));
        module(project.resolve("m.invkmod"), "a");
        Files.writeString(project.resolve("m.invkmod/invkfile.cue"), "cmds: []");
        Discovered found = find();
        assertThat(names(found)).containsExactly("invkfile: a");
        assertThat(problems(found).get(0)).isEqualTo("m.invkmod/invkfile.cue: \"cmds\" is empty");
        assertThat(problems(found).get(1))
                .contains(".invowk/cmds/invkfile.cue", "cannot read")
                .endsWith(": too many levels of symbolic links");
    }

    @Test
    void tellsWhatIsWrongWithAModule() throws IOException {
        module(project.resolve("my-tools.invkmod"), "a");
        module(project.resolve("invkfile.invkmod"), "a");
        module(project.resolve("right.invkmod"), "a");
        Files.writeString(project.resolve("right.invkmod/invkmod.cue"), "module: \"wrong\"");
        Files.createDirectory(project.resolve("bare.invkmod"));
        module(project.resolve("full.invkmod"), "a");
        Files.createDirectories(project.resolve("full.invkmod/sub/inner.invkmod"));
        Files.createDirectories(project.resolve("full.invkmod/invk_modules/fine.invkmod"));
        Files.writeString(project.resolve("full.invkmod/sub/Aux.txt"), "");
        Files.createSymbolicLink(project.resolve("full.invkmod/in"), Path.of("sub"));
        Files.createSymbolicLink(project.resolve("full.invkmod/out"), Path.of("../right.invkmod"));
        assertThat(problems(find()))
                .containsExactly(
                        "bare.invkmod: cannot read \"bare.invkmod/invkmod.cue\": there is no such file",
                        "full.invkmod: a symbolic link in a module: \"full.invkmod/in\"",
                        "full.invkmod: a symbolic link that points outside the module: \"full.invkmod/out\"",
                        "full.invkmod: a name that is a device on Windows: \"full.invkmod/sub/Aux.txt\"",
                        "full.invkmod: a module in a module: \"full.invkmod/sub/inner.invkmod\"",
                        "invkfile.invkmod: the directory \"invkfile.invkmod\" cannot be a module: \"invkfile\" is the"
                                + " project's own file as a source",
                        "my-tools.invkmod: the directory \"my-tools.invkmod\" has no name of a module",
                        "my-tools.invkmod: \"my-tools\" is no name of a module",
                        "right.invkmod: module \"wrong\" is in a directory of another name: \"right.invkmod\"");
    }

    @Test
    void saysWhatItCannotLookInto() throws IOException {
        commands(project.resolve("invkfile.cue"), "a");
        Files.writeString(top.resolve("file"), "");
        Path closed = Files.createDirectories(home.resolve(".invowk/cmds/closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        List<String> warnings = find(top.resolve("file")).warnings().stream()
                .map(Diagnostic::message)
                .toList();
        assertThat(warnings)
                .contains("cannot look for commands in \"" + top.resolve("file") + "\": it is no directory");
        assumeThat(Files.isReadable(closed)).isFalse();
        assertThat(warnings).contains("cannot look for commands in \"" + closed + "\": permission denied");
    }

    @Test
    void aHomeThatDoesNotExistHasNoCommands() throws IOException {
        commands(project.resolve("invkfile.cue"), "a");
        home = top.resolve("no/such/home");
        assertThat(names(find())).containsExactly("invkfile: a");
        assertThat(find().warnings()).isEmpty();
    }

    /** Names that a terminal, a shell or a pattern would take for something else; none is a module or an invkfile. */
    @Test
    void takesNoHarmFromHostileNames() throws IOException {
        commands(project.resolve("invkfile.cue"), "a");
        Path user = home.resolve(".invowk/cmds");
        for (String name : List.of("a b", "-rf", "$(reboot)", "*", "line\nbreak", "\u001b[31mred", "..invkmod")) {
            commands(user.resolve(name).resolve("invkfile.cue"), "a");
        }
        commands(user.resolve("x\u001b[31m.invkmod").resolve("invkfile.cue"), "b");
        Discovered found = find();
        assertThat(names(found)).contains("invkfile: a");
        assertThat(problems(found)).isNotEmpty();
        String shown = DiagnosticRenderer.render(found.skipped().stream()
                .flatMap(file -> file.diagnostics().stream())
                .toList());
        assertThat(shown).doesNotContain("\u001b");
        assertThat(found.skipped()).extracting(SkippedFile::name).noneMatch(name -> name.contains("\u001b"));
    }

    @Test
    void saysThatNothingIsFetched() throws IOException {
        module(project.resolve("m.invkmod"), "a");
        Files.writeString(
                project.resolve("m.invkmod/invkmod.cue"),
                "module: \"m\"\nrequires: [{git_url: \"https://example.org/x.invkmod\", version: \"^1\"}]");
        assertThat(find().warnings())
                .extracting(Diagnostic::message)
                .containsExactly("\"requires\" is not supported yet: nothing is fetched for this module");
        assertThat(names(find())).containsExactly("m: a");
    }

    @Test
    void takesAnotherDirectoryOnlyForOneWithoutAnyCommands() throws IOException {
        Path sub = Files.createDirectory(project.resolve("sub"));
        commands(project.resolve("invkfile.cue"), "root");
        Places places = Places.of(sub, Optional.of(project), home, List.of());
        assertThat(names(Discovery.find(places, project))).containsExactly("invkfile: root");
        module(sub.resolve("m.invkmod"), "own");
        assertThat(names(Discovery.find(places, project))).containsExactly("m: own");
    }

    @Test
    void aModuleCanHaveAnotherName() throws IOException {
        module(project.resolve("a.b.invkmod"), "x");
        Places places = Places.only(project, home).withAliases(Map.of(project.resolve("a.b.invkmod"), "ab"));
        assertThat(names(Discovery.find(places, project))).containsExactly("ab: x");
    }

    @Test
    void listsWhereItLooked() {
        assertThatThrownBy(() -> Discovery.find(Places.only(Path.of("/no/project"), home), project)
                        .catalog())
                .hasMessage("""
                        no invkfile in "/no/project"
                            = /no/project/invkfile.cue: no such file
                            = /no/project/invkfile: no such file
                            = help: create invkfile.cue there (mvn invowk:init writes one), choose other modules with -pl or -N, or take the commands of the root with -Dinvowk.useRootCommands""");
    }
}

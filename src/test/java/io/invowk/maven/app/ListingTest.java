// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import static io.invowk.maven.plan.InvkfileFixture.arg;
import static io.invowk.maven.plan.InvkfileFixture.command;
import static io.invowk.maven.plan.InvkfileFixture.containerRuntime;
import static io.invowk.maven.plan.InvkfileFixture.flag;
import static io.invowk.maven.plan.InvkfileFixture.implementation;
import static io.invowk.maven.plan.InvkfileFixture.nativeRuntime;
import static io.invowk.maven.plan.InvkfileFixture.required;
import static io.invowk.maven.plan.InvkfileFixture.variadic;
import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.discovery.CommandCatalog;
import io.invowk.maven.discovery.CommandEntry;
import io.invowk.maven.discovery.CommandSource;
import io.invowk.maven.invkfile.Platform;
import io.invowk.maven.invkfile.ValueType;
import io.invowk.maven.plan.InvkfileFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListingTest {
    private static final List<CommandEntry> ENTRIES = new InvkfileFixture()
            .with(
                    command("test  unit")
                            .description(" Runs the unit tests ")
                            .with(implementation(containerRuntime(), nativeRuntime())),
                    command("deploy").with(implementation(nativeRuntime()).on(Platform.MACOS, Platform.WINDOWS)),
                    command("greet")
                            .flags(
                                    flag("loud", ValueType.BOOL, null, false, "l", null),
                                    flag("to", ValueType.STRING, "all of you", false, null, null),
                                    flag("times", ValueType.INT, null, true, null, null))
                            .args(required(arg("who", ValueType.STRING)), variadic(arg("others", ValueType.STRING))))
            .catalog()
            .entries();

    @Test
    void showsCommandsBySourceInFileOrder() {
        assertThat(Listing.lines(ENTRIES, new Viewpoint(Platform.LINUX, Optional.empty()), false))
                .containsExactly(
                        "Available Commands",
                        "  (* = default runtime)",
                        "",
                        "From invkfile:",
                        "  test unit - Runs the unit tests [container*, native] (linux, macos, windows)",
                        "  deploy (macos, windows)",
                        "  greet [native*] (linux, macos, windows)");
    }

    @Test
    void showsTheFilesFirstWhenItIsVerbose() {
        assertThat(Listing.lines(ENTRIES, new Viewpoint(Platform.MACOS, Optional.empty()), true))
                .startsWith(
                        ENTRIES.get(0).source().invkfile().file() + " (invkfile, 3 commands)",
                        "1 file, 3 commands",
                        "",
                        "Available Commands")
                .contains("  deploy [native*] (macos, windows)");
    }

    @Test
    void showsEachSourceAndWhichNamesAreAmbiguous() {
        List<CommandEntry> entries = CommandCatalog.of(List.of(
                        CommandSource.module(
                                "io.tools",
                                new InvkfileFixture()
                                        .directory(Path.of("/project/io.tools.invkmod"))
                                        .with(command("deploy").description("Ship it"), command("lint"))
                                        .build()),
                        CommandSource.module(
                                "Alpha",
                                new InvkfileFixture().with(command("a")).build()),
                        CommandSource.project(
                                new InvkfileFixture().with(command("deploy")).build())))
                .entries();
        assertThat(Listing.lines(entries, new Viewpoint(Platform.LINUX, Optional.empty()), false))
                .containsExactly(
                        "Available Commands",
                        "  (* = default runtime)",
                        "",
                        "From invkfile:",
                        "  deploy (@invkfile) [native*] (linux, macos, windows)",
                        "",
                        "From Alpha.invkmod:",
                        "  a [native*] (linux, macos, windows)",
                        "",
                        "From io.tools.invkmod:",
                        "  deploy - Ship it (@io.tools) [native*] (linux, macos, windows)",
                        "  lint [native*] (linux, macos, windows)");
        assertThat(Listing.lines(entries, new Viewpoint(Platform.LINUX, Optional.empty()), true))
                .startsWith(
                        "/project/io.tools.invkmod/invkfile.cue (io.tools.invkmod, 2 commands)",
                        "/project/invkfile.cue (Alpha.invkmod, 1 command)");
    }

    @Test
    void theStarFollowsTheRuntimeThatTheUserPrefers() {
        Viewpoint viewpoint = new Viewpoint(Platform.LINUX, Optional.of("native"));
        assertThat(Listing.lines(ENTRIES, viewpoint, false))
                .contains(
                        "  test unit - Runs the unit tests [container, native*] (linux, macos, windows)",
                        "  greet [native*] (linux, macos, windows)");
        assertThat(CommandDescription.lines(ENTRIES.get(0), viewpoint))
                .contains("  runtime: container", "  runtime: native*");
        assertThat(Listing.lines(ENTRIES, new Viewpoint(Platform.LINUX, Optional.of("virtual")), false))
                .contains("  test unit - Runs the unit tests [container*, native] (linux, macos, windows)");
    }

    @Test
    void describesOneCommand() {
        assertThat(CommandHelp.lines(ENTRIES.get(0), new Viewpoint(Platform.LINUX, Optional.empty())))
                .containsExactly(
                        "test unit - Runs the unit tests [container*, native]",
                        "defined at invkfile.cue:1:1",
                        "",
                        "usage: test unit [<word>...]");
        assertThat(CommandHelp.lines(ENTRIES.get(2), new Viewpoint(Platform.LINUX, Optional.empty())))
                .containsExactly(
                        "greet [native*]",
                        "defined at invkfile.cue:1:1",
                        "",
                        "usage: greet <who> [<others>...]",
                        "  who     string, required: The who",
                        "  others  string, any number: The others",
                        "",
                        "flags:",
                        "  -l, --loud: The loud",
                        "  --to <string>, default \"all of you\": The to",
                        "  --times <int>, required: The times");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkmod;

import io.invowk.maven.cuefile.CueFile;
import io.invowk.maven.cuefile.FileProblem;
import io.invowk.maven.cuefile.FileProblem.Kind;
import io.invowk.maven.cuefile.Reading;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A directory that by its name is a module.
 *
 * @param path absolute
 */
public record ModuleFolder(Path path) {
    /** What the name of a module's directory ends with. */
    public static final String SUFFIX = ".invkmod";

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*(\\.[a-zA-Z][a-zA-Z0-9]*)*");
    private static final String IDENTITY = "invkmod.cue";
    private static final String COMMANDS = "invkfile.cue";
    /** What the project's own file is called as a source. */
    private static final String RESERVED = "invkfile";

    /** Whether the name of a directory says that it is a module, well-formed or not. */
    public static boolean isNamedSo(Path directory) {
        Path name = directory.getFileName();
        return name != null && name.toString().endsWith(SUFFIX);
    }

    /** The name of the directory without its end; that of the module if all is well. */
    public String id() {
        String name = Objects.requireNonNull(path.getFileName()).toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /** The file with the commands; empty if there is none, then the module has no commands. */
    public Optional<Path> commands() {
        Path file = path.resolve(COMMANDS);
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(file) : Optional.empty();
    }

    /**
     * Checks the module as a whole, except the file with the commands, and reads what module it is.
     *
     * @param cwd messages name files as a user in this directory would; absolute
     */
    public Reading<Invkmod> read(Path cwd) {
        List<FileProblem> problems = new ArrayList<>();
        boolean wellNamed = NAME.matcher(id()).matches();
        if (!wellNamed) {
            problems.add(problem(Diagnostic.of("the directory " + Quoted.of(name(cwd)) + " has no name of a module")
                    .note(
                            "expected letters and digits in parts separated by \".\", each part beginning with a letter, and"
                                    + " then " + SUFFIX)
                    .help("rename it")));
        } else if (id().equals(RESERVED)) {
            problems.add(problem(Diagnostic.of("the directory " + Quoted.of(name(cwd)) + " cannot be a module: \""
                            + RESERVED + "\" is the project's own file as a source")
                    .help("rename it, and its module")));
        }
        Reading<Invkmod> identity = InvkmodReader.read(path.resolve(IDENTITY), cwd);
        problems.addAll(identity.problems());
        identity.value()
                .filter(invkmod -> wellNamed && !invkmod.module().equals(id()))
                .ifPresent(invkmod -> problems.add(problem(Diagnostic.at(
                                invkmod.nameOrigin(),
                                "module " + Quoted.of(invkmod.module()) + " is in a directory" + " of another name: "
                                        + Quoted.of(name(cwd)))
                        .help("rename one of them"))));
        ModuleContent.problems(path, cwd).forEach(problem -> problems.add(problem(problem)));
        return problems.isEmpty() ? identity : Reading.failed(problems);
    }

    private String name(Path cwd) {
        return CueFile.nameFrom(cwd, path);
    }

    private static FileProblem problem(Diagnostic diagnostic) {
        return new FileProblem(Kind.STRUCT, diagnostic);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.cuefile.CueFile;
import io.invowk.maven.cuefile.FileProblem;
import io.invowk.maven.cuefile.FileProblem.Kind;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.DiagnosticRenderer;
import io.invowk.maven.diagnostic.Position;
import io.invowk.maven.discovery.CommandCatalog;
import io.invowk.maven.discovery.CommandSource;
import io.invowk.maven.discovery.Discovered;
import io.invowk.maven.discovery.Discovery;
import io.invowk.maven.discovery.SkippedFile;
import io.invowk.maven.invkfile.Invkfile;
import io.invowk.maven.invkfile.decode.Decoded;
import io.invowk.maven.invkfile.decode.InvkfileReader;
import io.invowk.maven.invkmod.ModuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checks invkfiles without running anything: all files of one call, all problems of each. */
final class ValidateFiles {
    private final Path cwd;
    private final Messages messages;

    /** @param cwd messages name files as a user in this directory would; absolute */
    ValidateFiles(Path cwd, Messages messages) {
        this.cwd = cwd;
        this.messages = messages;
    }

    /**
     * Checks files, of directories their invkfile, and modules.
     *
     * @param paths absolute
     * @param reportFile where the problems go for programs to read, absolute
     * @return what to say if some file is not valid; empty if all are
     */
    Optional<String> validate(List<Path> paths, Path reportFile) throws IOException {
        return report(paths.stream().map(this::check).toList(), reportFile);
    }

    /**
     * Checks all that commands of a project come from.
     *
     * @param reportFile where the problems go for programs to read, absolute
     * @return what to say if some file is not valid; empty if all are
     */
    Optional<String> validate(Discovered found, Path reportFile) throws IOException {
        List<Diagnostic> structure = CommandCatalog.structureProblems(found.sources());
        List<Checked> files = new ArrayList<>();
        for (CommandSource source : found.sources()) {
            files.add(valid(source.invkfile(), structure));
        }
        for (SkippedFile file : found.skipped()) {
            files.add(new Checked(file.name(), 0, file.problems()));
        }
        if (files.isEmpty()) {
            files.add(missing(found.directory()));
        }
        return report(files, reportFile);
    }

    private Optional<String> report(List<Checked> files, Path reportFile) throws IOException {
        JsonFile.write(
                reportFile,
                Map.of("files", files.stream().map(ValidateFiles::report).toList()));
        List<Checked> invalid = new ArrayList<>();
        for (Checked file : files) {
            if (file.problems().isEmpty()) {
                messages.info(file.name() + ": valid, " + Count.of(file.commands(), "command"));
            } else {
                invalid.add(file);
            }
        }
        return invalid.isEmpty() ? Optional.empty() : Optional.of(message(invalid, files.size()));
    }

    private static String message(List<Checked> invalid, int all) {
        StringBuilder message = new StringBuilder();
        for (Checked file : invalid) {
            message.append(DiagnosticRenderer.render(file.problems().stream()
                            .map(FileProblem::diagnostic)
                            .toList()))
                    .append('\n');
        }
        return message.append(invalid.size() + " of " + Count.of(all, "file") + " not valid")
                .toString();
    }

    private Checked check(Path path) {
        Path file = path;
        if (Files.isDirectory(path)) {
            if (ModuleFolder.isNamedSo(path)) {
                return check(new ModuleFolder(path));
            }
            Optional<Path> found = Discovery.invkfile(path);
            if (found.isEmpty()) {
                return missing(path);
            }
            file = found.get();
        }
        Decoded decoded = InvkfileReader.read(file, cwd);
        return decoded.invkfile().isPresent()
                ? valid(decoded.invkfile().get())
                : new Checked(name(file), 0, decoded.problems());
    }

    /** A module is checked as a whole: its own file, all that lies in it, and its commands. */
    private Checked check(ModuleFolder module) {
        List<FileProblem> problems = new ArrayList<>(module.read(cwd).problems());
        int commands = 0;
        Optional<Path> file = module.commands();
        if (file.isPresent()) {
            Decoded decoded = InvkfileReader.read(file.get(), cwd);
            Checked checked = decoded.invkfile().isPresent()
                    ? valid(decoded.invkfile().get())
                    : new Checked("", 0, decoded.problems());
            problems.addAll(checked.problems());
            commands = checked.commands();
        }
        return new Checked(name(module.path()), commands, problems);
    }

    private Checked missing(Path directory) {
        return new Checked(name(directory), 0, List.of(new FileProblem(Kind.IO, Discovery.missing(directory))));
    }

    private Checked valid(Invkfile invkfile) {
        return valid(invkfile, CommandCatalog.structureProblems(List.of(CommandSource.project(invkfile))));
    }

    /** A file that is right in itself; of all problems of structure some may be in it. */
    private Checked valid(Invkfile invkfile, List<Diagnostic> structure) {
        String name = name(invkfile.file());
        return new Checked(
                name,
                invkfile.commands().size(),
                structure.stream()
                        .filter(problem -> problem.place()
                                .filter(place -> place.source().name().equals(name))
                                .isPresent())
                        .map(problem -> new FileProblem(Kind.STRUCT, problem))
                        .toList());
    }

    private String name(Path file) {
        return CueFile.nameFrom(cwd, file);
    }

    private static Map<String, Object> report(Checked file) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("file", file.name());
        report.put("valid", file.problems().isEmpty());
        report.put(
                "problems", file.problems().stream().map(ValidateFiles::report).toList());
        return report;
    }

    private static Map<String, Object> report(FileProblem problem) {
        Diagnostic diagnostic = problem.diagnostic();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("kind", problem.kind().name().toLowerCase(Locale.ROOT));
        diagnostic.place().ifPresent(place -> {
            Position position = place.position();
            report.put("line", position.line());
            report.put("column", position.column());
        });
        report.put("message", diagnostic.message());
        report.put("notes", diagnostic.notes());
        diagnostic.help().ifPresent(help -> report.put("help", help));
        return report;
    }

    /** One file and what is wrong with it. */
    private record Checked(String name, int commands, List<FileProblem> problems) {}
}

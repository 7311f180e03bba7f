// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.invkfile.Env;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the dotenv files of one run. What is wrong with them is told at the end, all of it. */
final class EnvFiles {
    private final List<Diagnostic> problems = new ArrayList<>();

    /**
     * The variables of some files, later ones over earlier ones.
     *
     * @param directory what relative paths start from
     */
    Map<String, String> read(Path directory, List<Env.EnvFile> files) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (Env.EnvFile file : files) {
            variables.putAll(read(directory, file));
        }
        return variables;
    }

    /** Ends the run if some file could not be used. */
    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
    }

    private Map<String, String> read(Path directory, Env.EnvFile file) {
        Path path;
        try {
            path = directory.resolve(file.path()).normalize();
        } catch (InvalidPathException e) {
            problems.add(problem(file, "is no file name here"));
            return Map.of();
        }
        try {
            Dotenv content = Dotenv.parse(Files.readString(path));
            for (Dotenv.Problem problem : content.problems()) {
                problems.add(problem(file, "line " + problem.line() + ": " + problem.text())
                        .note("read from " + path)
                        .help("each line is NAME=VALUE, or starts with #"));
            }
            return content.variables();
        } catch (NoSuchFileException e) {
            if (!file.optional()) {
                problems.add(problem(file, "does not exist")
                        .note("looked for " + path)
                        .help("create it, or write " + Quoted.of(file.path() + "?") + " if it may be missing"));
            }
        } catch (CharacterCodingException e) {
            problems.add(
                    problem(file, "is not UTF-8 text").note("read from " + path).help("save it as UTF-8"));
        } catch (IOException e) {
            problems.add(problem(file, Files.isDirectory(path) ? "is a directory" : "cannot be read")
                    .note("looked for " + path));
        }
        return Map.of();
    }

    private static Diagnostic problem(Env.EnvFile file, String what) {
        return Diagnostic.at(file.origin(), "env file " + Quoted.of(file.path()) + " " + what);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.mojo;

import io.invowk.maven.app.Invowk;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Checks invkfiles and modules without running anything, and reports all problems of all of them: {@code mvn invowk:validate}. The
 * build fails if a file is not valid.
 */
@Mojo(name = "validate", requiresProject = false, threadSafe = true)
public final class ValidateMojo extends AbstractSourcesMojo {
    /**
     * The files to check, relative to the project's directory: files, directories (their invkfile is checked, and a module as a whole), or
     * Ant patterns such as {@code **}{@code /invkfile.cue}. Without it all places are checked that commands of the project come from.
     *
     * <pre>{@code
     * <files>
     *   <file>invkfile.cue</file>
     *   <file>tools</file>
     *   <file>examples/*.cue</file>
     * </files>
     * }</pre>
     *
     * <p>As a property: {@code -Dinvowk.files=invkfile.cue,tools}.
     */
    @Parameter(property = "invowk.files")
    private List<String> files = List.of();

    /**
     * Where the report goes: a JSON object whose {@code files} has an object for each file with {@code file}, {@code valid}
     * and {@code problems}; a problem has {@code kind} ({@code io}, {@code size}, {@code syntax}, {@code schema} or
     * {@code struct}), {@code line} and {@code column} (from 1, if it is at a place), {@code message}, {@code notes} and
     * perhaps {@code help}. Default: {@code invowk/validate.json} in the build directory.
     */
    @Parameter(property = "invowk.reportFile")
    private @Nullable File reportFile;

    /** Skips this goal: {@code -Dinvowk.validate.skip}. */
    @Parameter(property = "invowk.validate.skip", defaultValue = "false")
    private boolean skipValidate;

    @Override
    boolean skipGoal() {
        return skipValidate;
    }

    @Override
    void perform(Invowk invowk) throws Exception {
        Optional<String> problems =
                invowk.validate(FileSelection.of(files, directory()), report(reportFile, "validate.json"));
        if (problems.isPresent()) {
            throw new MojoFailureException(block(problems.get()));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.engine.ContainerSpec;
import io.invowk.maven.invkfile.ImageSource;
import io.invowk.maven.plan.ExecutionPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The image that a command names, or whose containerfile it names. */
final class BaseImage {
    private BaseImage() {}

    /**
     * The image for the engine.
     *
     * @throws UserException if it holds Windows, or its containerfile is missing
     * @throws IOException if the containerfile or its context cannot be read
     */
    static ContainerSpec.Image of(ExecutionPlan plan, ImageSource source) throws IOException {
        if (source instanceof ImageSource.Image image) {
            WindowsImages.refuse(image);
            return new ContainerSpec.Image.Named(image.name());
        }
        String path = ((ImageSource.Containerfile) source).path();
        Path context = plan.baseDirectory().normalize();
        Path file = context.resolve(path).normalize();
        if (!Files.isRegularFile(file)) {
            throw new UserException(Diagnostic.at(
                            source.origin(),
                            "containerfile " + Quoted.of(path)
                                    + (Files.exists(file) ? " is not a file" : " does not exist"))
                    .note("looked for " + file + ", from the directory of the invkfile")
                    .help("create it, or mend the path"));
        }
        return new ContainerSpec.Image.Built(file, context);
    }
}

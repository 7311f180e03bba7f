// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The arguments that name a call's image. That of a containerfile takes a look at all files of its context, which is done in a thread
 * beside what else the call prepares.
 */
final class ImageArguments {
    private final FutureTask<List<String>> arguments;

    private ImageArguments(FutureTask<List<String>> arguments) {
        this.arguments = arguments;
    }

    /**
     * Begins to find them.
     *
     * @param known directory of ours for what is known of builds
     */
    static ImageArguments of(ContainerSpec.Image image, Path known) {
        FutureTask<List<String>> arguments = new FutureTask<>(() -> list(image, known));
        if (image instanceof ContainerSpec.Image.Built) {
            Thread thread = new Thread(arguments, "invowk-context");
            thread.setDaemon(true);
            thread.start();
        } else {
            arguments.run();
        }
        return new ImageArguments(arguments);
    }

    private static List<String> list(ContainerSpec.Image image, Path known) throws IOException {
        if (image instanceof ContainerSpec.Image.Built built) {
            String tag = new BuildContext(built.containerfile(), built.context()).tag(known, Instant.now());
            return List.of(
                    "--containerfile",
                    built.containerfile().toString(),
                    "--context",
                    built.context().toString(),
                    "--tag",
                    tag);
        }
        return List.of("--image", ((ContainerSpec.Image.Named) image).name());
    }

    /**
     * All of them.
     *
     * @throws IOException if the containerfile or its context cannot be read, or the thread was interrupted
     */
    List<String> await() throws IOException {
        try {
            return arguments.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the build context was looked at");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}

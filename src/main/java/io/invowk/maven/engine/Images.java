// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import io.invowk.maven.process.Stdio;
import java.io.IOException;

/** Makes sure that images are there. */
public interface Images {
    /**
     * Pulls or builds an image unless it is there.
     *
     * @param forceRebuild whether one that is built is built again
     * @throws IOException if the engine itself could not be started, or the thread was interrupted
     */
    EngineResult provide(ContainerSpec.Image image, boolean forceRebuild, Stdio stdio) throws IOException;

    /**
     * Builds an image that holds a command and its project, unless it is there. The report's {@code image} is the name that tells
     * its content.
     *
     * @throws IOException if the project cannot be copied, the engine could not be started, or the thread was interrupted
     */
    EngineResult bake(BakedImage image, boolean forceRebuild, Stdio stdio) throws IOException;
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.mojo;

import io.invowk.maven.app.Invowk;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes an {@code invkfile.cue} to begin with into the project's directory, with comments that explain it: {@code mvn invowk:init}. It
 * never overwrites: if there is an invkfile the goal fails.
 */
@Mojo(name = "init", requiresProject = false, threadSafe = true)
public final class InitMojo extends AbstractInvowkMojo {
    /** Skips this goal: {@code -Dinvowk.init.skip}. */
    @Parameter(property = "invowk.init.skip", defaultValue = "false")
    private boolean skipInit;

    @Override
    boolean skipGoal() {
        return skipInit;
    }

    @Override
    void perform(Invowk invowk) throws Exception {
        invowk.init();
    }
}

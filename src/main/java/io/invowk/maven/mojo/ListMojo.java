// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.mojo;

import io.invowk.maven.app.Invowk;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Lists the commands of the project by their sources: {@code mvn invowk:list}. Each line shows the name, the
 * description, the runtimes for this platform with a star after the default, and the platforms.
 *
 * <p>With {@code mvn -q invowk:list} standard output holds the list and nothing else.
 */
@Mojo(name = "list", requiresProject = false, threadSafe = true)
public final class ListMojo extends AbstractSourcesMojo {
    /** Whether the files come first, with what they hold: {@code mvn invowk:list -Dinvowk.verbose}. */
    @Parameter(property = "invowk.verbose", defaultValue = "false")
    private boolean verbose;

    /** Skips this goal: {@code -Dinvowk.list.skip}. */
    @Parameter(property = "invowk.list.skip", defaultValue = "false")
    private boolean skipList;

    @Override
    boolean skipGoal() {
        return skipList;
    }

    @Override
    void perform(Invowk invowk) {
        invowk.list(verbose);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.mojo;

import io.invowk.maven.app.Invowk;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Describes one command: {@code mvn invowk:describe -Dinvowk.cmd="test unit"}. It shows the arguments and flags, where the command is
 * defined and in which source, its dotenv files and the names of its variables, each implementation with its platforms, script and
 * runtimes, and what the command depends on. Of a group of commands it shows the list.
 *
 * <p>With {@code -q} standard output holds the description and nothing else.
 */
@Mojo(name = "describe", requiresProject = false, threadSafe = true)
public final class DescribeMojo extends AbstractSourcesMojo {
    /** The words of the command's name, after {@code @SOURCE} where the name is ambiguous: {@code test unit}, {@code @tools deploy}. */
    @Parameter(property = "invowk.cmd")
    private String cmd = "";

    /** The source to take the command from, for example {@code invkfile}. Needed only where a name is ambiguous. */
    @Parameter(property = "invowk.from")
    private @Nullable String from;

    /** Skips this goal: {@code -Dinvowk.describe.skip}. */
    @Parameter(property = "invowk.describe.skip", defaultValue = "false")
    private boolean skipDescribe;

    @Override
    boolean skipGoal() {
        return skipDescribe;
    }

    @Override
    void perform(Invowk invowk) {
        invowk.describe(cmd, Optional.ofNullable(from));
    }
}

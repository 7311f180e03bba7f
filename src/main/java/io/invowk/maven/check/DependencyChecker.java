// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.invkfile.RuntimeKind;
import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.runtime.CommandRuntime;
import io.invowk.maven.runtime.EngineUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Looks whether what a command depends on is there, kind by kind. Of the first kind of which something is missing all is told.
 * Nothing is tried twice.
 */
public final class DependencyChecker {
    private final HostEnvironment host;
    private final Path directory;
    private final Duration limit;
    private final BiFunction<RuntimeKind, Duration, CommandRuntime> runtimes;
    private final Engines engines;
    private final Consumer<String> chatter;

    /**
     * A checker for a project on a machine.
     *
     * @param directory of the project, absolute: custom checks on this machine run there
     * @param limit how long one custom check may run; zero: no limit
     * @param runtimes runs scripts that may take so long; zero: no limit
     * @param engines asked only if containers are needed
     * @param chatter takes what the engine writes
     */
    public DependencyChecker(
            HostEnvironment host,
            Path directory,
            Duration limit,
            BiFunction<RuntimeKind, Duration, CommandRuntime> runtimes,
            Engines engines,
            Consumer<String> chatter) {
        this.host = host;
        this.directory = directory;
        this.limit = limit;
        this.runtimes = runtimes;
        this.engines = engines;
        this.chatter = chatter;
    }

    /**
     * Makes sure that all is there.
     *
     * @param commands full names of all commands
     * @param terminal whether the command has a terminal
     * @return the plan to go on with: an image that was built again for the checks is not built once more
     * @throws UserException with all that is missing of the first kind
     * @throws EngineUnavailableException if it would have to be looked for in a container, and none can be run
     */
    public ExecutionPlan check(ExecutionPlan plan, Collection<String> commands, boolean terminal)
            throws EngineUnavailableException {
        DependsOn needs = plan.dependsOn();
        Unmet unmet = new Unmet(plan.command());
        Capabilities capabilities = new Capabilities(engines, new HostNetwork(), terminal);
        refuse(unmet.variables(needs.envVars(), host.env()));
        boolean inContainer = plan.runtime().kind() == RuntimeKind.CONTAINER && isAnyProbed(needs);
        if (inContainer && needs.tools().isEmpty() && needs.filepaths().isEmpty()) {
            refuse(unmet.capabilities(needs.capabilities(), capabilities));
        }
        Probes probes = inContainer
                ? ContainerProbes.run(
                        plan,
                        unmet.capabilities(needs.capabilities(), capabilities).isEmpty(),
                        all -> runtimes.apply(RuntimeKind.CONTAINER, all),
                        limit,
                        chatter)
                : probesHere(plan);
        refuse(unmet.tools(needs.tools(), probes));
        refuse(unmet.files(needs.filepaths(), probes));
        refuse(unmet.capabilities(needs.capabilities(), capabilities));
        refuse(unmet.checks(needs.customChecks(), probes));
        refuse(unmet.commands(needs.commands(), commands));
        return inContainer ? plan.withoutRebuild() : plan;
    }

    private Probes probesHere(ExecutionPlan plan) {
        HostProbes probes = new HostProbes(host, plan, directory, limit);
        return plan.runtime().kind() == RuntimeKind.VIRTUAL
                ? new VirtualProbes(probes, plan, time -> runtimes.apply(RuntimeKind.VIRTUAL, time), limit)
                : probes;
    }

    /** Whether something is looked for where the command runs; all else is a matter of this machine. */
    private static boolean isAnyProbed(DependsOn needs) {
        return !needs.tools().isEmpty()
                || !needs.filepaths().isEmpty()
                || !needs.customChecks().isEmpty();
    }

    private static void refuse(List<Diagnostic> unmet) {
        if (!unmet.isEmpty()) {
            throw new UserException(unmet);
        }
    }
}

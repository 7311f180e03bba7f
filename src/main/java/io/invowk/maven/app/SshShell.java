// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.engine.HostPort;
import io.invowk.maven.engine.HostWay;
import io.invowk.maven.host.HostEnvironment;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.plan.ExecutionPlan;
import io.invowk.maven.runtime.EngineUnavailableException;
import io.invowk.maven.runtime.HostAccess;
import io.invowk.maven.ssh.HostServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The shell of this machine by SSH, for commands that say {@code enable_host_ssh}. */
final class SshShell implements HostShell {
    private final HostServer server;
    private final HostAccess access;

    private SshShell(HostServer server, HostAccess access) {
        this.server = server;
        this.access = access;
    }

    /** Opens it; nothing is asked or loaded if the command does not want it. */
    static HostShell open(HostEnvironment host, ExecutionPlan plan, HostAccess.Question question)
            throws EngineUnavailableException {
        if (!(plan.runtime() instanceof RuntimeConfig.Container container) || !container.enableHostSsh()) {
            return NONE;
        }
        HostWay way = HostAccess.way(plan, container, question);
        HostServer server = start(host, plan, way);
        return new SshShell(server, new HostAccess(new HostPort(way, server.port()), server.token()));
    }

    private static HostServer start(HostEnvironment host, ExecutionPlan plan, HostWay way) {
        try {
            return HostServer.start(way.address(), new HostServer.Host(host.env(), directory(plan)));
        } catch (IOException e) {
            throw new UserException(Diagnostic.at(
                            plan.runtime().origin(),
                            "enable_host_ssh: this process cannot listen on " + way.address() + ": " + e.getMessage())
                    .note("containers of " + way.engine() + " reach this machine there")
                    .help("run Maven on the machine of the container engine, or remove enable_host_ssh"));
        }
    }

    /** The command's own, as far as it is one of this machine. */
    private static Path directory(ExecutionPlan plan) {
        Path base = plan.baseDirectory().normalize();
        Path workdir = plan.workdir().normalize();
        return workdir.startsWith(base) && Files.isDirectory(workdir) ? workdir : base;
    }

    @Override
    public Optional<HostAccess> access() {
        return Optional.of(access);
    }

    @Override
    public void close() {
        server.close();
    }
}

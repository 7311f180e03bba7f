// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.engine.EngineReport;
import io.invowk.maven.engine.HostPort;
import io.invowk.maven.engine.HostWay;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.plan.ExecutionPlan;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * What a command in a container needs to run commands on this machine.
 *
 * @param token a secret, the password of {@link #USER}
 */
public record HostAccess(HostPort port, String token) {
    private static final String USER = "invowk";

    /** Asks the engine how containers reach this machine. */
    public interface Question {
        /** The engine's answer. */
        EngineReport ask() throws IOException;
    }

    /**
     * How the container of a plan will reach this machine.
     *
     * @throws io.invowk.maven.diagnostic.UserException if it cannot
     * @throws EngineUnavailableException if no container engine answers
     */
    public static HostWay way(ExecutionPlan plan, RuntimeConfig.Container config, Question question)
            throws EngineUnavailableException {
        try {
            EngineReport answer = question.ask();
            Optional<HostWay> way = HostWay.of(answer);
            if (way.isPresent()) {
                return way.get();
            }
            throw StartFailure.exception(plan, config, answer, answer.cause().orElse("engine-failed"));
        } catch (IOException e) {
            throw RunFailure.of(plan, e);
        }
    }

    /** The variables that tell a command of it. */
    Map<String, String> variables() {
        return Map.of(
                "INVOWK_SSH_ENABLED",
                "true",
                "INVOWK_SSH_HOST",
                port.way().name(),
                "INVOWK_SSH_PORT",
                Integer.toString(port.number()),
                "INVOWK_SSH_USER",
                USER,
                "INVOWK_SSH_TOKEN",
                token);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "HostAccess[" + port + "]";
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.plan.ExecutionPlan;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why a command could not be started, or did not come to its end. */
final class RunFailure {
    /** How the JDK tells what the operating system said. */
    private static final Pattern SYSTEM_ERROR = Pattern.compile("error=\\d+, (.*)|.*error: \\d+ \\((.*)\\)");

    private static final Pattern PROGRAM = Pattern.compile("Cannot run program \"([^\"]*)\"");

    private static final String TOO_LONG = "Argument list too long";

    private RunFailure() {}

    /** The problem behind an exception from starting a process or from writing its files. */
    static UserException of(ExecutionPlan plan, IOException e) {
        String command = "command " + Quoted.of(plan.command());
        if (e instanceof InterruptedIOException) {
            return new UserException(Diagnostic.at(plan.definedAt(), command + " was interrupted"));
        }
        String reason = reason(e);
        Diagnostic problem = Diagnostic.at(plan.definedAt(), command + " could not be started: " + reason);
        return new UserException(
                reason.endsWith(TOO_LONG)
                        ? problem.help(
                                "give the script an interpreter, for example by #!/bin/sh in its first line: then it is"
                                        + " passed as a file; or set fewer variables")
                        : problem);
    }

    private static String reason(IOException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        Matcher system = SYSTEM_ERROR.matcher(message);
        if (!system.matches()) {
            return message;
        }
        String said = system.group(1) != null ? system.group(1) : system.group(2);
        Matcher program = PROGRAM.matcher(String.valueOf(e.getMessage()));
        return program.lookingAt() ? "cannot run \"" + program.group(1) + "\": " + said : said;
    }
}

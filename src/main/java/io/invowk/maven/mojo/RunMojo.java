// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.mojo;

import io.invowk.maven.app.ContainerSettings;
import io.invowk.maven.app.InheritSettings;
import io.invowk.maven.app.Invowk;
import io.invowk.maven.app.OutputCapture;
import io.invowk.maven.app.ProjectFacts;
import io.invowk.maven.app.RunGoal;
import io.invowk.maven.app.RunRequest;
import io.invowk.maven.app.RunResult;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command of the project's {@code invkfile.cue}, or several one after the other.
 *
 * <p>On the command line: {@code mvn invowk:run -Dinvowk.cmd="test unit --fast"}. In a POM:
 *
 * <pre>{@code
 * <execution>
 *   <phase>generate-resources</phase>
 *   <goals><goal>run</goal></goals>
 *   <configuration>
 *     <cmd>assets</cmd>
 *     <args>
 *       <arg>--minify</arg>
 *       <arg>two words</arg>
 *     </args>
 *   </configuration>
 * </execution>
 * }</pre>
 *
 * <p>Several commands in one execution are named in {@code commands}.
 *
 * <p>What the command depends on ({@code depends_on}) is looked for first; if something is missing the command is not started.
 *
 * <p>The build fails if the command does not end with exit status 0, or another one that is allowed. Maven itself then ends with status 1; the command's
 * own status is in the message, in the report file, and in the project's property {@code invowk.exitStatus}, which later
 * goals of the module can use.
 *
 * <p>Called from a terminal the command has that terminal: colours, prompts and Ctrl-C work. In a phase, with {@code -B},
 * with {@code -T} or without a terminal its input is empty and its output comes line by line through Maven's log. With
 * {@code -q} standard output holds what the command writes there, byte for byte, and nothing else.
 */
@Mojo(name = "run", requiresProject = false, threadSafe = true)
public final class RunMojo extends AbstractSourcesMojo {
    /**
     * The command, its flags and its arguments as they would be typed, for example {@code test unit --fast 'two words'}.
     *
     * <p>Words are separated by blanks. Quotes and backslashes work as in a POSIX shell; nothing is expanded. The words of
     * the name come first. Options of invowk itself may stand anywhere before {@code --}:
     *
     * <ul>
     *   <li>{@code -r}, {@code --runtime NAME}: the runtime to take
     *   <li>{@code -w}, {@code --workdir DIR}: the working directory, relative to the invkfile's directory
     *   <li>{@code -e}, {@code --env-file FILE}: a dotenv file, relative to the project's directory, repeatable
     *   <li>{@code -E}, {@code --env-var NAME=VALUE}: a variable, repeatable
     *   <li>{@code --env-inherit-mode none|allow|all}, {@code --env-inherit-allow NAME}, {@code --env-inherit-deny NAME}:
     *       which variables of the host the script sees
     *   <li>{@code --force-rebuild}: build the image again
     *   <li>{@code --from SOURCE}: take the command from this source; the same as {@code @SOURCE} as the first word
     *   <li>{@code --config FILE}: the user's configuration, relative to the project's directory; before the name
     *   <li>{@code -v}, {@code --verbose}: tell what is run, and how
     *   <li>{@code -h}, {@code --help}: describe the command instead
     *   <li>{@code -l}, {@code --list}: list the commands instead; only without a name
     * </ul>
     *
     * <p>After the name a flag of the command wins over an option of the same name. What follows {@code --} are arguments.
     */
    @Parameter(property = "invowk.cmd")
    private String cmd = "";

    /**
     * Several commands instead of {@code cmd}. They run in this order, each after the one before it has succeeded; a name or an option that
     * does not exist is reported before the first one starts.
     *
     * <pre>{@code
     * <commands>
     *   <command>clean assets</command>
     *   <command>
     *     <cmd>generate api --level 3</cmd>
     *     <timeout>600</timeout>
     *   </command>
     * </commands>
     * }</pre>
     *
     * <p>An element is the words of a command, as {@code cmd}, or has elements of its own: {@code cmd}, {@code args}, {@code timeout},
     * {@code allowedExitStatuses}, {@code outputFile} and {@code outputProperty}. What it does not say is as the parameters of the goal
     * say; a command can also say with options among its words what is meant for it alone.
     */
    @Parameter
    private List<CommandParameter> commands = List.of();

    /**
     * Further words after those of {@code cmd}, each exactly as it is: no quotes, no splitting. They may be flags, and
     * anything that {@code cmd} may hold.
     *
     * <pre>{@code
     * <args>
     *   <arg>--title=It's done</arg>
     *   <arg>src/main/assets</arg>
     * </args>
     * }</pre>
     *
     * <p>As a property the words are separated by commas: {@code -Dinvowk.args=--fast,a}.
     */
    @Parameter(property = "invowk.args")
    private List<String> args = List.of();

    /**
     * Environment variables for the script. They win over those of the host, of the invkfile and of dotenv files.
     *
     * <pre>{@code
     * <env>
     *   <LEVEL>release</LEVEL>
     * </env>
     * }</pre>
     *
     * <p>On the command line: {@code -Dinvowk.cmd="build -E LEVEL=release"}.
     */
    @Parameter
    private Map<String, String> env = Map.of();

    /**
     * Dotenv files with variables for the script: they win over those of the host and of the invkfile. A later file wins over
     * an earlier one. Relative paths start from the project's directory; a final {@code ?} says that a file may be missing.
     *
     * <pre>{@code
     * <envFiles>
     *   <envFile>release.env</envFile>
     *   <envFile>local.env?</envFile>
     * </envFiles>
     * }</pre>
     *
     * <p>As a property: {@code -Dinvowk.envFiles=release.env,local.env?}.
     */
    @Parameter(property = "invowk.envFiles")
    private List<String> envFiles = List.of();

    /**
     * How much of the host's environment the script sees, whatever its runtime says: {@code none}, {@code allow} (the names that
     * are allowed) or {@code all}.
     */
    @Parameter(property = "invowk.envInheritMode")
    private @Nullable String envInheritMode;

    /**
     * Names of the host's variables that the script sees where the mode is {@code allow}, instead of those that its runtime names:
     * {@code -Dinvowk.envInheritAllow=HOME,LANG}. The mode stays as it is.
     */
    @Parameter(property = "invowk.envInheritAllow")
    private List<String> envInheritAllow = List.of();

    /**
     * Names of the host's variables that the script never sees, instead of those that its runtime names:
     * {@code -Dinvowk.envInheritDeny=TOKEN}.
     */
    @Parameter(property = "invowk.envInheritDeny")
    private List<String> envInheritDeny = List.of();

    /**
     * The runtime to take, {@code native}, {@code virtual} or {@code container}; it must be one that the command allows. Without
     * it the first one of the invkfile is taken.
     */
    @Parameter(property = "invowk.runtime")
    private @Nullable String runtime;

    /**
     * The working directory of the script, for example {@code src/main/assets}. A relative one starts from the directory of
     * the invkfile. It wins over what the invkfile says.
     */
    @Parameter(property = "invowk.workdir")
    private @Nullable String workdir;

    /** The source to take the command from, for example {@code invkfile}. Needed only where a name is ambiguous. */
    @Parameter(property = "invowk.from")
    private @Nullable String from;

    /**
     * Whether the plan is told instead of carried out: runtime, image, script, directory, the names of all variables, what the command
     * depends on. {@code -Dinvowk.dryRun} starts nothing and writes nothing; arguments, flags and dotenv files are read and must be right.
     * Values of variables are not shown.
     */
    @Parameter(property = "invowk.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** Whether the image of a containerfile is built again although it is there: {@code -Dinvowk.forceRebuild}. */
    @Parameter(property = "invowk.forceRebuild", defaultValue = "false")
    private boolean forceRebuild;

    /**
     * Container engines to try, in this order: names found on the {@code PATH}, or paths.
     *
     * <pre>{@code
     * <engines>
     *   <engine>docker</engine>
     *   <engine>/opt/podman/bin/podman</engine>
     * </engines>
     * }</pre>
     *
     * <p>As a property: {@code -Dinvowk.engines=docker,podman}. Without it podman is tried before docker.
     */
    @Parameter(property = "invowk.engines")
    private List<String> engines = List.of();

    /**
     * Who a command in a container runs as: {@code caller}, so that files it creates in the project belong to you, or
     * {@code image}, as the image says.
     */
    @Parameter(property = "invowk.user", defaultValue = "caller")
    private String user;

    /**
     * How directories are labelled for containers where SELinux is on: {@code private} (only containers of this project
     * can use them), {@code shared} (all containers can), {@code disable} (no labels, and no separation by them) or
     * {@code none} (nothing is done).
     */
    @Parameter(property = "invowk.selinux", defaultValue = "private")
    private String selinux;

    /**
     * How many seconds a command in a container may take to end after Ctrl-C, or when the build is stopped in another way, until
     * its container is removed: {@code -Dinvowk.stopGrace=60} for a service that has to write its data.
     */
    @Parameter(property = "invowk.stopGrace", defaultValue = "10")
    private int stopGrace;

    /**
     * A file that standard output of the command is written to, byte for byte, instead of the log: {@code -Dinvowk.outputFile=target/list.txt}.
     * A relative path starts from the project's directory; the file is made anew. Standard error still goes to the log; the command has
     * no terminal.
     */
    @Parameter(property = "invowk.outputFile")
    private @Nullable File outputFile;

    /**
     * A property of the project that gets standard output of the command as text, without line breaks at its end, instead of the log; later
     * goals of the module can use it.
     *
     * <pre>{@code
     * <cmd>version</cmd>
     * <outputProperty>app.version</outputProperty>
     * }</pre>
     */
    @Parameter(property = "invowk.outputProperty")
    private @Nullable String outputProperty;

    /**
     * Exit statuses besides 0 with which the goal succeeds: {@code -Dinvowk.allowedExitStatuses=1,3} for a command that tells with its
     * status what it found. The property {@code invowk.exitStatus} and the report have the status in any case.
     */
    @Parameter(property = "invowk.allowedExitStatuses")
    private Set<Integer> allowedExitStatuses = Set.of();

    /**
     * The time limit of each command in seconds; 0: no limit. {@code -Dinvowk.timeout=600} ends a command that still runs after ten
     * minutes, and the goal fails.
     *
     * <p>Only the command's own time counts: not that of a pull, a build or the start of a container. When it is over the command is
     * asked to end (TERM). A native command is killed after five seconds with all that it started, so is what a virtual one started; a container is removed after the
     * {@code stopGrace}. {@code exitStatus} is then 124, and {@code outcome} in the report is {@code timed-out}.
     */
    @Parameter(property = "invowk.timeout", defaultValue = "0")
    private int timeout;

    /**
     * How many seconds the goal may take, with all its commands, their checks, pulls and builds; 0: no limit. When they are over what runs
     * is ended as after {@code timeout}, no further command is started, and the goal fails: {@code -Dinvowk.goalTimeout=1800}.
     */
    @Parameter(property = "invowk.goalTimeout", defaultValue = "0")
    private int goalTimeout;

    /**
     * What becomes of the streams of a command.
     *
     * <ul>
     *   <li>{@code auto}: from a terminal the command has it. In a phase, with {@code -B}, with {@code -T} or without a terminal its input is
     *       empty and its output comes in whole lines through Maven's log, with the module in front where modules run in parallel; with
     *       {@code -q} it comes as it is
     *   <li>{@code inherit}: the command has the streams of Maven itself, also in a phase, with {@code -B} and with {@code -T}, where the output of modules
     *       can mix; so it can read what is piped into Maven
     *   <li>{@code log}: always empty input, and lines through Maven's log; {@code -q} shows nothing of them
     *   <li>{@code plain}: always empty input, and output byte for byte, without levels and prefixes
     * </ul>
     *
     * <p>For example {@code -Dinvowk.output=plain}. Where the output goes into a file or a property this is about standard error.
     */
    @Parameter(property = "invowk.output", defaultValue = "auto")
    private String output;

    /**
     * How many seconds each custom check of {@code depends_on} may take; 0: no limit. A check that takes longer is ended, and the
     * dependency counts as missing. {@code -Dinvowk.checkTimeout=300} for one that waits for a service.
     */
    @Parameter(property = "invowk.checkTimeout", defaultValue = "60")
    private int checkTimeout;

    /**
     * How many seconds the container engine (podman, docker) may take for one thing before it counts as hung and the goal fails: to
     * answer what it is, to look for an image, to start or to remove a container. A pull or a build may take longer, but not be
     * silent for so long. 0: no limit. An engine can be slow with nothing wrong: one podman that works on a large image keeps the
     * others of the user waiting for minutes.
     */
    @Parameter(property = "invowk.engineTimeout", defaultValue = "600")
    private int engineTimeout;

    /**
     * Whether the utilities inside the virtual shell ({@code cat}, {@code grep}, {@code sort} and so on) win over programs of the same name:
     * {@code -Dinvowk.shellUtilities=false} lets a script find programs on its {@code PATH} only. Default: as the user's
     * configuration says ({@code virtual_shell.enable_uroot_utils}), or else true.
     */
    @Parameter(property = "invowk.shellUtilities")
    private @Nullable Boolean shellUtilities;

    /**
     * Where the report of the run goes: a JSON object with {@code command}, {@code definedAt} ({@code file:line:column}),
     * {@code runtime}, {@code outcome} ({@code exited}, {@code timed-out} or {@code interrupted}), {@code exitStatus}, {@code started} and {@code ended} (UTC, ISO 8601), and after a run in a container
     * {@code engine}, {@code engineVersion}, {@code engineMode}, {@code sandbox}, {@code image}, {@code imageAction}
     * ({@code present}, {@code pulled} or {@code built}) and {@code tries}. There is
     * no file if the command could not be run. With {@code commands} the object has {@code commands}, one such object for each that was
     * run. Default: {@code invowk/last-run.json} in the build directory.
     */
    @Parameter(property = "invowk.reportFile")
    private @Nullable File reportFile;

    /**
     * Whether the goal runs once in a build of several modules, in the project that the build was started in:
     * {@code -Dinvowk.onlyInRoot}. The other modules skip it.
     */
    @Parameter(property = "invowk.onlyInRoot", defaultValue = "false")
    private boolean onlyInRoot;

    /** Skips this goal: {@code -Dinvowk.run.skip}. */
    @Parameter(property = "invowk.run.skip", defaultValue = "false")
    private boolean skipRun;

    @Override
    boolean skipGoal() {
        return skipRun;
    }

    @Override
    void perform(Invowk invowk) throws Exception {
        if (onlyInRoot && !project().isExecutionRoot()) {
            getLog().info("skipped: invowk.onlyInRoot is set, and the build was started in another project");
            return;
        }
        Optional<String> problem = invowk.run(
                new RunGoal(requests(), !commands.isEmpty(), output, goalTimeout, report(reportFile, "last-run.json")),
                this::keep);
        if (problem.isPresent()) {
            throw new MojoFailureException(block(problem.get()));
        }
    }

    private List<RunRequest> requests() {
        CommandParameter only =
                new CommandParameter(cmd, args, timeout, allowedExitStatuses, outputFile, outputProperty);
        if (commands.isEmpty()) {
            return List.of(request(only));
        }
        only.refuseBeside("commands");
        return commands.stream()
                .map(command -> request(command.orElse(timeout, allowedExitStatuses)))
                .toList();
    }

    private RunRequest request(CommandParameter command) {
        return new RunRequest(
                directory(),
                project().getBasedir() == null ? Optional.empty() : Optional.of(facts()),
                command.cmd(),
                command.words(),
                Optional.ofNullable(from),
                Optional.ofNullable(runtime),
                Optional.ofNullable(workdir),
                envFiles,
                variables(),
                new InheritSettings(Optional.ofNullable(envInheritMode), envInheritAllow, envInheritDeny),
                dryRun,
                forceRebuild,
                new OutputCapture(
                        command.outputFile().map(file -> directory().resolve(file.toPath())), command.outputProperty()),
                command.allowedExitStatuses(),
                command.timeout(),
                checkTimeout,
                Optional.ofNullable(shellUtilities),
                new ContainerSettings(engines, user, selinux, stopGrace, engineTimeout));
    }

    /** For later goals of the module. */
    private void keep(RunRequest request, RunResult result) {
        Properties properties = project().getProperties();
        properties.setProperty("invowk.exitStatus", String.valueOf(result.exitStatus()));
        request.output()
                .property()
                .ifPresent(name -> properties.setProperty(name, result.output().orElse("")));
    }

    private ProjectFacts facts() {
        return new ProjectFacts(
                project().getGroupId(),
                project().getArtifactId(),
                project().getVersion(),
                directory(),
                directory().resolve(project().getBuild().getDirectory()));
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        for (Map.Entry<String, String> variable : env.entrySet()) {
            variables.put(variable.getKey(), text(variable.getValue()));
        }
        return variables;
    }

    /** Maven gives nothing for an empty element. */
    static String text(@Nullable String element) {
        return Objects.requireNonNullElse(element, "");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.discovery.Word;
import io.invowk.maven.invkfile.Env;
import io.invowk.maven.invkfile.EnvInherit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of our own options. */
final class OptionValues {
    private final Scan scan;
    private final RunOptions base;
    private final List<Diagnostic> problems = new ArrayList<>();

    private OptionValues(Scan scan, RunOptions base) {
        this.scan = scan;
        this.base = base;
    }

    /**
     * What the options say, and {@code base} where they say nothing.
     *
     * @throws UserException with all that is wrong with them
     */
    static RunOptions read(Scan scan, RunOptions base) {
        OptionValues values = new OptionValues(scan, base);
        RunOptions options = values.read();
        if (!values.problems.isEmpty()) {
            throw new UserException(values.problems);
        }
        return options;
    }

    /** Whether a switch is given, and not as {@code --switch=false}. A value that is no bool counts as on. */
    static boolean isOn(Optional<GivenOption> option) {
        if (option.isEmpty() || option.get().value().isEmpty()) {
            return option.isPresent();
        }
        return BoolText.parse(option.get().value().get().text()).orElse(true);
    }

    private RunOptions read() {
        for (SystemOption option : SystemOption.values()) {
            for (GivenOption given : scan.all(option)) {
                check(option, given);
            }
        }
        Optional<Word> runtime = last(SystemOption.RUNTIME);
        Optional<Word> workdir = last(SystemOption.WORKDIR);
        Optional<GivenOption> forceRebuild = scan.system(SystemOption.FORCE_REBUILD);
        return new RunOptions(
                runtime.isPresent() ? runtime : base.runtime(),
                workdir.isPresent() ? workdir : base.workdir(),
                envFiles(),
                env(),
                inherit(),
                forceRebuild.isPresent() ? isOn(forceRebuild) : base.forceRebuild());
    }

    private void check(SystemOption option, GivenOption given) {
        if (option.takesValue() && given.value().isEmpty()) {
            problems.add(Diagnostic.at(
                    given.word().place(), "option " + Quoted.of(given.name().toString()) + " needs a value"));
        } else if (!option.takesValue()
                && given.value().isPresent()
                && BoolText.parse(given.value().get().text()).isEmpty()) {
            problems.add(Diagnostic.at(
                    given.word().place(),
                    "option " + Quoted.of(given.name().toString()) + " is a switch, it takes no value"));
        }
        switch (option) {
            case CONFIG -> {
                if (!scan.isBeforeName(given)) {
                    problems.add(Diagnostic.at(
                                    given.word().place(),
                                    "option " + Quoted.of(given.name().toString()) + " stands after the command's name")
                            .help("put it before the name: what it names says where commands are"));
                }
            }
            case RUNTIME,
                    FROM,
                    FORCE_REBUILD,
                    INTERACTIVE,
                    VERBOSE,
                    HELP,
                    LIST,
                    ENV_FILE,
                    ENV_VAR,
                    ENV_INHERIT_MODE,
                    ENV_INHERIT_ALLOW,
                    ENV_INHERIT_DENY,
                    WORKDIR -> {}
        }
    }

    private Optional<Word> last(SystemOption option) {
        Optional<GivenOption> given = scan.system(option);
        return given.isPresent() ? given.get().value() : Optional.empty();
    }

    private List<Word> all(SystemOption option) {
        List<Word> values = new ArrayList<>();
        for (GivenOption given : scan.all(option)) {
            if (given.value().isPresent()) {
                values.add(given.value().get());
            }
        }
        return values;
    }

    /** Entries without a name or without {@code =} count as not given. */
    private Map<String, String> env() {
        Map<String, String> env = new LinkedHashMap<>(base.env());
        for (Word word : all(SystemOption.ENV_VAR)) {
            int equals = word.text().indexOf('=');
            if (equals > 0) {
                env.put(word.text().substring(0, equals), word.text().substring(equals + 1));
            }
        }
        return env;
    }

    private EnvInherit inherit() {
        InheritOptions options = new InheritOptions(problems);
        Optional<EnvInherit.Mode> mode = last(SystemOption.ENV_INHERIT_MODE).flatMap(options::mode);
        List<String> allow = options.names(all(SystemOption.ENV_INHERIT_ALLOW));
        List<String> deny = options.names(all(SystemOption.ENV_INHERIT_DENY));
        return new EnvInherit(
                mode.isPresent() ? mode : base.inherit().mode(),
                allow.isEmpty() ? base.inherit().allow() : allow,
                deny.isEmpty() ? base.inherit().deny() : deny);
    }

    /** Those of the call's parameters come first. */
    private List<Env.EnvFile> envFiles() {
        List<Env.EnvFile> files = new ArrayList<>(base.envFiles());
        for (Word word : all(SystemOption.ENV_FILE)) {
            files.add(Env.EnvFile.of(word.text(), word.place()));
        }
        return files;
    }
}

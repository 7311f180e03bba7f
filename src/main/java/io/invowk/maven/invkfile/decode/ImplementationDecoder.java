// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.invkfile.Env;
import io.invowk.maven.invkfile.Implementation;
import io.invowk.maven.invkfile.Platform;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.invkfile.Script;
import io.invowk.maven.invkfile.decode.InvkfileProblem.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One element of {@code implementations}. */
final class ImplementationDecoder {
    static final int MAX_SCRIPT_BYTES = 10 * 1024 * 1024;
    private static final Labels<Platform> PLATFORMS = Labels.of(Platform.values(), Platform::label);

    private final EnvDecoder envs;
    private final DependsOnDecoder dependencies;
    private final RuntimeDecoder runtimes;
    private final Findings findings;

    ImplementationDecoder(EnvDecoder envs, DependsOnDecoder dependencies, Findings findings) {
        this.envs = envs;
        this.dependencies = dependencies;
        this.runtimes = new RuntimeDecoder(findings);
        this.findings = findings;
    }

    /**
     * The implementation, empty if there is a problem in it.
     *
     * @param pairs what the implementations of the command before this one cover
     */
    Optional<Implementation> decode(Fields fields, PlatformRuntimePairs pairs) {
        int before = findings.count();
        Optional<Script> script = script(fields);
        Set<Platform> platforms = platforms(fields, pairs);
        List<RuntimeConfig> all = new ArrayList<>();
        for (Node node : fields.requiredList("runtimes")) {
            RuntimeDecoder.Known runtime = runtimes.decode(node);
            runtime.kind().ifPresent(kind -> pairs.see(platforms, kind, node));
            runtime.config().ifPresent(all::add);
        }
        Env env = envs.decode(fields);
        Optional<String> workdir = InvkfileDecoder.workdir(fields);
        DependsOn dependsOn = dependencies.decode(fields);
        if (findings.count() > before) {
            return Optional.empty();
        }
        return script.map(s -> new Implementation(
                s, all, platforms, env, workdir, dependsOn, fields.node().place()));
    }

    private Optional<Script> script(Fields fields) {
        Text text = fields.requiredText("script")
                .notEmpty()
                .check(Kind.STRUCT, t -> !t.isBlank(), t -> "\"script\" is blank", "some text");
        Optional<Script> script =
                fields.value("script").flatMap(node -> text.value().map(t -> new Script(t, node.place())));
        if (script.isPresent() && !script.get().isFile()) {
            return text.maxBytes(MAX_SCRIPT_BYTES).value().flatMap(t -> script);
        }
        return script;
    }

    /** The platforms named, all if none is; those that are wrong are left out. */
    private Set<Platform> platforms(Fields fields, PlatformRuntimePairs pairs) {
        if (fields.value("platforms").isEmpty()) {
            return EnumSet.allOf(Platform.class);
        }
        Map<Platform, Node> named = new LinkedHashMap<>();
        for (Node node : fields.filledList("platforms")) {
            Fields.of(node, Shape.PLATFORM, findings).ifPresent(platform -> {
                platform.require("name", PLATFORMS.choice());
                platform.choice("name", "platform", PLATFORMS).ifPresent(p -> {
                    Node before = named.putIfAbsent(p, node);
                    if (before != null) {
                        pairs.repeated(p, node, before);
                    }
                });
            });
        }
        return named.keySet();
    }
}

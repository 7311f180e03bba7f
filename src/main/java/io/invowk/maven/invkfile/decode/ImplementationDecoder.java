// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cuefile.Fields;
import io.invowk.maven.cuefile.FileProblem.Kind;
import io.invowk.maven.cuefile.Findings;
import io.invowk.maven.cuefile.Labels;
import io.invowk.maven.cuefile.Text;
import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.invkfile.Env;
import io.invowk.maven.invkfile.Implementation;
import io.invowk.maven.invkfile.Platform;
import io.invowk.maven.invkfile.RuntimeConfig;
import io.invowk.maven.invkfile.Script;
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
    private static final Labels<Platform> PLATFORMS = Labels.of(Platform.values());

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
    Optional<Implementation> decode(Located node, PlatformRuntimePairs pairs) {
        Optional<Fields> fields = Fields.of(node, findings);
        return fields.isPresent() ? implementation(fields.get(), pairs) : Optional.empty();
    }

    private Optional<Implementation> implementation(Fields fields, PlatformRuntimePairs pairs) {
        int before = findings.count();
        Optional<Script> script = script(fields);
        Set<Platform> platforms = platforms(fields, pairs);
        List<RuntimeConfig> all = new ArrayList<>();
        for (Located node : fields.list("runtimes")) {
            RuntimeDecoder.Known runtime = runtimes.decode(node);
            if (runtime.kind().isPresent()) {
                pairs.see(platforms, runtime.kind().get(), node);
            }
            if (runtime.config().isPresent()) {
                all.add(runtime.config().get());
            }
        }
        Env env = envs.decode(fields);
        Optional<String> workdir = InvkfileDecoder.workdir(fields);
        DependsOn dependsOn = dependencies.decode(fields);
        if (!findings.noneSince(before)) {
            return Optional.empty();
        }
        return Optional.of(new Implementation(
                script.orElseThrow(),
                all,
                platforms,
                env,
                workdir,
                dependsOn,
                fields.node().place()));
    }

    private Optional<Script> script(Fields fields) {
        Text text = fields.text("script");
        if (text.value().isEmpty()) {
            return Optional.empty();
        }
        if (text.orStandIn().isBlank()) {
            text.refuse(Kind.STRUCT, "\"script\" is blank", "some text");
            return Optional.empty();
        }
        Script script = new Script(text.orStandIn(), text.node().place());
        boolean valid =
                script.isFile() || text.maxBytes(MAX_SCRIPT_BYTES).value().isPresent();
        return valid ? Optional.of(script) : Optional.empty();
    }

    /** The platforms named, all if none is; those that are wrong are left out. */
    private Set<Platform> platforms(Fields fields, PlatformRuntimePairs pairs) {
        if (fields.value("platforms").isEmpty()) {
            return EnumSet.allOf(Platform.class);
        }
        Map<Platform, Located> named = new LinkedHashMap<>();
        for (Located node : fields.list("platforms")) {
            Optional<Platform> platform = platform(node);
            Located before = platform.isPresent() ? named.putIfAbsent(platform.get(), node) : null;
            if (before != null) {
                pairs.repeated(platform.get(), node, before);
            }
        }
        return named.keySet();
    }

    private Optional<Platform> platform(Located node) {
        Optional<Fields> fields = Fields.of(node, findings);
        return fields.isPresent() ? fields.get().choice("name", PLATFORMS) : Optional.empty();
    }
}

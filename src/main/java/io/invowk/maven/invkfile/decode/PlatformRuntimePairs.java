// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cuefile.FileProblem.Kind;
import io.invowk.maven.cuefile.Finding;
import io.invowk.maven.cuefile.Findings;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.Platform;
import io.invowk.maven.invkfile.RuntimeKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which runtimes a command has on which platform; each pair may stand only once in a command. */
final class PlatformRuntimePairs {
    private final Findings findings;
    private final Map<RuntimeKind, Map<Platform, Place>> first = new EnumMap<>(RuntimeKind.class);

    PlatformRuntimePairs(Findings findings) {
        this.findings = findings;
        for (RuntimeKind kind : RuntimeKind.values()) {
            first.put(kind, new EnumMap<>(Platform.class));
        }
    }

    /** Takes the next runtime of the command, with the platforms of its implementation. */
    void see(Set<Platform> platforms, RuntimeKind kind, Located runtime) {
        Map<Platform, Place> seen = Objects.requireNonNull(first.get(kind));
        Map<Place, List<String>> clashes = new LinkedHashMap<>();
        for (Platform platform : platforms) {
            Place before = seen.putIfAbsent(platform, runtime.use());
            if (before != null) {
                clashes.computeIfAbsent(before, place -> new ArrayList<>()).add(platform.label());
            }
        }
        for (Map.Entry<Place, List<String>> clash : clashes.entrySet()) {
            findings.add(Finding.of(Kind.STRUCT, runtime, message(kind, clash.getValue()))
                    .at(runtime.use())
                    .also("also set here", clash.getKey())
                    .help("remove one, or give their implementations different platforms"));
        }
    }

    private static String message(RuntimeKind kind, List<String> platforms) {
        return "runtime " + Quoted.of(kind.label()) + " is given twice for " + String.join(" and ", platforms);
    }

    /** Reports a platform that one implementation names twice. */
    void repeated(Platform platform, Located node, Located before) {
        findings.add(Finding.of(Kind.STRUCT, node, "platform " + Quoted.of(platform.label()) + " is given twice")
                .at(node.use())
                .also("also set here", before.use())
                .help("remove one of them"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cuefile.Fields;
import io.invowk.maven.cuefile.FileProblem.Kind;
import io.invowk.maven.cuefile.Findings;
import io.invowk.maven.cuefile.Labels;
import io.invowk.maven.cuefile.Text;
import io.invowk.maven.invkfile.DependsOn;
import io.invowk.maven.invkfile.DependsOn.Capability;
import io.invowk.maven.invkfile.DependsOn.Check;
import io.invowk.maven.invkfile.DependsOn.Entry;
import io.invowk.maven.invkfile.DependsOn.EnvVar;
import io.invowk.maven.invkfile.DependsOn.FilePaths;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The field {@code depends_on} of the file, a command or an implementation. */
final class DependsOnDecoder {
    private static final int MAX_PATH_BYTES = 4096;
    private static final String ALTERNATIVES = "alternatives";
    private static final Labels<Capability> CAPABILITIES = Labels.of(Capability.values());

    private final Findings findings;
    private final CheckDecoder checks;

    DependsOnDecoder(Findings findings) {
        this.findings = findings;
        this.checks = new CheckDecoder(findings);
    }

    /** What {@code depends_on} of a struct says, nothing if it is absent. */
    DependsOn decode(Fields owner) {
        Optional<Fields> fields = owner.struct("depends_on");
        return fields.isPresent() ? dependsOn(fields.get()) : DependsOn.NONE;
    }

    private DependsOn dependsOn(Fields fields) {
        return new DependsOn(
                entries(fields, "tools", this::name),
                entries(fields, "cmds", this::name),
                filePaths(fields),
                entries(fields, "capabilities", this::capability),
                entries(fields, "env_vars", this::envVar),
                customChecks(fields));
    }

    /** A list of entries whose alternatives are read one by one. */
    private <T> List<Entry<T>> entries(Fields fields, String list, Function<Located, Optional<T>> alternative) {
        return fields.list(list).stream()
                .flatMap(node -> Fields.of(node, findings).stream())
                .map(entry -> entry(entry, alternative))
                .toList();
    }

    private static <T> Entry<T> entry(Fields entry, Function<Located, Optional<T>> alternative) {
        List<T> alternatives = entry.list(ALTERNATIVES).stream()
                .flatMap(node -> alternative.apply(node).stream())
                .toList();
        return new Entry<>(alternatives, entry.node().place());
    }

    private Optional<String> name(Located node) {
        return Text.of(node, findings).maxBytes(CommandDecoder.MAX_NAME_BYTES).value();
    }

    private Optional<Capability> capability(Located node) {
        return Text.of(node, findings).value().flatMap(CAPABILITIES::constant);
    }

    private List<FilePaths> filePaths(Fields fields) {
        return fields.list("filepaths").stream()
                .flatMap(node -> Fields.of(node, findings).stream())
                .map(this::filePath)
                .toList();
    }

    private FilePaths filePath(Fields entry) {
        List<String> paths = entry.list(ALTERNATIVES).stream()
                .flatMap(node -> Text.of(node, findings).maxBytes(MAX_PATH_BYTES).value().stream())
                .toList();
        return new FilePaths(
                paths,
                entry.bool("readable"),
                entry.bool("writable"),
                entry.bool("executable"),
                entry.node().place());
    }

    private Optional<EnvVar> envVar(Located node) {
        return Fields.of(node, findings)
                .map(fields -> new EnvVar(
                        fields.text("name").orStandIn(),
                        fields.text("validation")
                                .obeys(Kind.STRUCT, new RegexpRule())
                                .notEmptyValue()));
    }

    private List<Entry<Check>> customChecks(Fields fields) {
        return fields.list("custom_checks").stream()
                .flatMap(node -> Fields.of(node, findings).stream())
                .map(this::customCheck)
                .toList();
    }

    /** Either a check, or a struct of nothing but alternative checks. */
    private Entry<Check> customCheck(Fields fields) {
        if (fields.value(ALTERNATIVES).isEmpty()) {
            Optional<Check> check = checks.decode(fields.node());
            return new Entry<>(check.stream().toList(), fields.node().place());
        }
        return entry(fields, checks::decode);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.value.Located;
import io.invowk.maven.cue.value.Value;
import io.invowk.maven.cuefile.Fields;
import io.invowk.maven.cuefile.FileProblem.Kind;
import io.invowk.maven.cuefile.Findings;
import io.invowk.maven.invkfile.DependsOn.Check;
import java.util.Optional;

/** One custom check of {@code depends_on}. */
final class CheckDecoder {
    private final Findings findings;

    CheckDecoder(Findings findings) {
        this.findings = findings;
    }

    /** The check, with stand-ins for what is wrong in it; empty if it is no struct. */
    Optional<Check> decode(Located node) {
        return Fields.of(node, findings)
                .map(fields -> new Check(
                        fields.text("name")
                                .maxBytes(CommandDecoder.MAX_NAME_BYTES)
                                .orStandIn(),
                        fields.text("check_script")
                                .maxBytes(ImplementationDecoder.MAX_SCRIPT_BYTES)
                                .orStandIn(),
                        fields.value("expected_code").map(CheckDecoder::status).orElse(0),
                        fields.text("expected_output")
                                .obeys(Kind.STRUCT, new RegexpRule())
                                .notEmptyValue()));
    }

    private static int status(Located node) {
        return node.value() instanceof Value.Num number ? number.value().intValueExact() : 0;
    }
}

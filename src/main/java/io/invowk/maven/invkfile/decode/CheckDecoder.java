// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.value.Value;
import io.invowk.maven.invkfile.DependsOn.Check;
import io.invowk.maven.invkfile.decode.InvkfileProblem.Kind;
import java.math.BigDecimal;
import java.util.Optional;

/** One custom check of {@code depends_on}. */
final class CheckDecoder {
    private static final BigDecimal MAX_STATUS = BigDecimal.valueOf(255);

    private final Findings findings;

    CheckDecoder(Findings findings) {
        this.findings = findings;
    }

    /** The check, with stand-ins for what is wrong in it; empty if it is no struct. */
    Optional<Check> decode(Node node) {
        return Fields.of(node, Shape.CHECK, findings)
                .map(fields -> new Check(
                        fields.requiredText("name")
                                .notEmpty()
                                .maxBytes(Names.MAX_BYTES)
                                .orStandIn(),
                        fields.requiredText("check_script")
                                .notEmpty()
                                .maxBytes(ImplementationDecoder.MAX_SCRIPT_BYTES)
                                .orStandIn(),
                        fields.value("expected_code").map(this::status).orElse(0),
                        fields.text("expected_output")
                                .obeys(Kind.STRUCT, new RegexpRule())
                                .notEmptyValue()));
    }

    private int status(Node node) {
        if (!(node.value() instanceof Value.Num number) || !number.integer()) {
            findings.add(WrongKind.of(node, "an int from 0 to 255"));
            return 0;
        }
        if (number.value().signum() < 0 || number.value().compareTo(MAX_STATUS) > 0) {
            findings.add(Finding.of(Kind.SCHEMA, node, "\"expected_code\" is out of range")
                    .expected("an int from 0 to 255"));
            return 0;
        }
        return number.value().intValue();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.builtin.TemplateDatum.Bool;
import io.invowk.maven.cue.builtin.TemplateDatum.Int;
import io.invowk.maven.cue.builtin.TemplateDatum.Nothing;
import io.invowk.maven.cue.builtin.TemplateDatum.Real;
import io.invowk.maven.cue.builtin.TemplateDatum.Text;

/** How values inside a template compare: only with those of their kind. */
final class TemplateOrder {
    private TemplateOrder() {}

    static boolean same(TemplateDatum a, TemplateDatum b) {
        if (a instanceof Nothing || b instanceof Nothing) {
            return a instanceof Nothing && b instanceof Nothing;
        }
        checkKinds(a, b);
        if (a instanceof Bool x && b instanceof Bool y) {
            return x.value() == y.value();
        }
        return compare(a, b) == 0;
    }

    static int compare(TemplateDatum a, TemplateDatum b) {
        checkKinds(a, b);
        if (a instanceof Int x && b instanceof Int y) {
            return x.value().compareTo(y.value());
        }
        if (a instanceof Real x && b instanceof Real y) {
            return x.value() == y.value() ? 0 : Double.compare(x.value(), y.value());
        }
        if (a instanceof Text x && b instanceof Text y) {
            return ListOrder.bytewise(x.value(), y.value());
        }
        throw new CallException(a.kind() + " cannot be compared like this");
    }

    private static void checkKinds(TemplateDatum a, TemplateDatum b) {
        if (!a.kind().equals(b.kind())) {
            throw new CallException(a.kind() + " cannot be compared with " + b.kind());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Decimal arithmetic of 34 digits. */
final class Decimals {
    static final MathContext PRECISION = new MathContext(34, RoundingMode.HALF_UP);

    private Decimals() {}

    static BigDecimal round(BigDecimal value) {
        return value.round(PRECISION);
    }

    /** The quotient without trailing zeros; null if the divisor is zero. */
    static @Nullable BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        if (divisor.signum() == 0) {
            return null;
        }
        return dividend.divide(divisor, PRECISION).stripTrailingZeros();
    }
}

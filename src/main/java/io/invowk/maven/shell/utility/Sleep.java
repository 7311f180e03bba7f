// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;

/** {@code sleep}: seconds, or with the suffixes {@code s m h d}; several are added. */
final class Sleep implements Utility {
    private static final String UNITS = "smhd";
    private static final long[] SECONDS = {1, 60, 3600, 86_400};

    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(call, "-");
        options.requireOperands(1);
        BigDecimal millis = BigDecimal.ZERO;
        for (String operand : options.operands()) {
            int unit = operand.isEmpty() ? -1 : UNITS.indexOf(operand.charAt(operand.length() - 1));
            String number = unit < 0 ? operand : operand.substring(0, operand.length() - 1);
            if (!number.matches("[0-9]+(\\.[0-9]*)?|\\.[0-9]+")) {
                if (number.equals("infinity") || number.equals("inf")) {
                    number = "9000000000000";
                } else {
                    throw options.usage("invalid time interval '" + operand + "'");
                }
            }
            millis = millis.add(new BigDecimal(number.endsWith(".") ? number + "0" : number)
                    .multiply(BigDecimal.valueOf(1000 * SECONDS[Math.max(0, unit)])));
        }
        millis(millis.min(BigDecimal.valueOf(Long.MAX_VALUE / 1_000_000)).longValue());
        return 0;
    }

    static void millis(long millis) throws InterruptedIOException {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}

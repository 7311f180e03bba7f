// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** {@code tee}: {@code -a -i}. */
final class Tee implements Utility {
    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(call, "a,append i,ignore-interrupts p");
        List<OutputStream> files = new ArrayList<>();
        int status = 0;
        try {
            for (String operand : options.operands()) {
                try {
                    files.add(open(call, operand, options.has("a")));
                } catch (IOException e) {
                    call.error(operand, e);
                    status = 1;
                }
            }
            byte[] buffer = new byte[64 * 1024];
            for (int count = call.input().read(buffer);
                    count >= 0;
                    count = call.input().read(buffer)) {
                call.output().write(buffer, 0, count);
                call.output().flush();
                for (OutputStream file : files) {
                    file.write(buffer, 0, count);
                }
            }
        } finally {
            for (OutputStream file : files) {
                file.close();
            }
        }
        return status;
    }

    private static OutputStream open(UtilityCall call, String operand, boolean append) throws IOException {
        if (operand.equals("/dev/null")) {
            return OutputStream.nullOutputStream();
        }
        return FileModes.write(call.path(operand), append, call.fileMode());
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code mkdir}: {@code -m -p -v}. */
final class Mkdir implements Utility {
    private static final int OWNER = 0300;

    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(call, "m,mode= p,parents v,verbose");
        options.requireOperands(1);
        int mode = call.directoryMode();
        if (options.has("m")) {
            String text = options.value("m").orElse("");
            mode = FileModes.change(text, 0777, call.mask(), true)
                    .orElseThrow(() -> options.usage("invalid mode '" + text + "'"));
        }
        int status = 0;
        for (String operand : options.operands()) {
            try {
                if (options.has("p")) {
                    parents(call, operand, mode, options.has("v"));
                } else {
                    FileModes.makeDirectory(call.locate(trimmed(operand)), mode);
                    told(call, operand, options.has("v"));
                }
            } catch (IOException e) {
                call.error("cannot create directory " + Quoted.name(operand), e);
                status = 1;
            }
        }
        return status;
    }

    private static void parents(UtilityCall call, String operand, int mode, boolean verbose) throws IOException {
        int at = 0;
        do {
            while (at < operand.length() && operand.charAt(at) == '/') {
                at++;
            }
            int slash = operand.indexOf('/', at);
            boolean last = slash < 0 || trimmed(operand.substring(slash)).equals("/");
            String prefix = last ? operand : operand.substring(0, slash);
            Path path = call.locate(trimmed(prefix));
            if (!Files.isDirectory(path)) {
                try {
                    FileModes.makeDirectory(path, last ? mode : call.directoryMode() | OWNER);
                    told(call, prefix, verbose);
                } catch (FileAlreadyExistsException e) {
                    // Perhaps somebody else has made it in the meantime.
                    if (!Files.isDirectory(path)) {
                        throw e;
                    }
                }
            }
            at = last ? operand.length() : slash;
        } while (at < operand.length());
    }

    private static void told(UtilityCall call, String operand, boolean verbose) {
        if (verbose) {
            call.output().line("mkdir: created directory " + Quoted.name(operand));
        }
    }

    /** A path without slashes at its end. */
    static String trimmed(String operand) {
        int end = operand.length();
        while (end > 1 && operand.charAt(end - 1) == '/') {
            end--;
        }
        return operand.substring(0, end);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.util.Locale;

/**
 * One instruction of a containerfile.
 *
 * @param keyword in upper case
 * @param arguments all that follows, on one line, without here-documents
 */
record Instruction(String keyword, String arguments) {
    /** Takes an instruction apart; of an {@code ONBUILD} it is the one held back, which a later stage can trigger. */
    static Instruction parse(String line) {
        String[] parts = line.strip().split("\\s+", 2);
        String arguments = parts.length > 1 ? parts[1] : "";
        String keyword = parts[0].toUpperCase(Locale.ROOT);
        return keyword.equals("ONBUILD") ? parse(arguments) : new Instruction(keyword, arguments);
    }

    /** Whether here-documents can follow. */
    boolean takesHereDocuments() {
        return keyword.equals("RUN") || keyword.equals("COPY") || keyword.equals("ADD");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** An environment as shell text: one {@code export NAME='value'} for each variable. Values stay off command lines. */
final class EnvFile {
    /** POSIX, "Base Definitions", 3.231 Name: no shell can set another one. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private EnvFile() {}

    /**
     * The file's content. Variables whose name no shell can set are left out.
     *
     * @throws IOException if a value holds a NUL character, which no process can be given
     */
    static byte[] bytes(Map<String, String> environment) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            String name = variable.getKey();
            String value = variable.getValue();
            if (value.indexOf('\0') >= 0) {
                throw new IOException("variable \"" + name + "\" holds a NUL character");
            }
            if (NAME.matcher(name).matches()) {
                text.append("export ").append(name).append("='");
                text.append(value.replace("'", "'\\''")).append("'\n");
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;

/** {@code basename}: {@code -a -s -z}; {@code dirname}: {@code -z}. */
final class Names {
    private Names() {}

    static int basename(UtilityCall call) throws IOException {
        Options options = Options.of(call, "a,multiple s,suffix= z,zero");
        options.requireOperands(1);
        boolean many = options.has("a") || options.has("s");
        if (!many) {
            options.allowOperands(2);
        }
        String suffix = many
                ? options.value("s").orElse("")
                : options.operands().size() > 1 ? options.operands().get(1) : "";
        for (String operand : many ? options.operands() : options.operands().subList(0, 1)) {
            print(call, base(operand, suffix), options.has("z"));
        }
        return 0;
    }

    static int dirname(UtilityCall call) throws IOException {
        Options options = Options.of(call, "z,zero");
        options.requireOperands(1);
        for (String operand : options.operands()) {
            print(call, directory(operand), options.has("z"));
        }
        return 0;
    }

    private static void print(UtilityCall call, String name, boolean zero) {
        call.output().print(name);
        call.output().write(zero ? 0 : '\n');
    }

    /** The last part of a path, without slashes at its end, without a suffix that is not all of it. */
    static String base(String path, String suffix) {
        String text = trimmed(path);
        String name = text.equals("/") ? text : text.substring(text.lastIndexOf('/') + 1);
        return name.endsWith(suffix) && !name.equals(suffix)
                ? name.substring(0, name.length() - suffix.length())
                : name;
    }

    private static String trimmed(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static String directory(String path) {
        String text = trimmed(path);
        int slash = text.lastIndexOf('/');
        if (slash < 0) {
            return ".";
        }
        return slash == 0 ? "/" : trimmed(text.substring(0, slash));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** {@code mktemp}: {@code -d -p -q -t -u --suffix --tmpdir}. */
final class Mktemp implements Utility {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int TRIES = 10_000;

    private final SecureRandom random = new SecureRandom();

    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(call, "d,directory p= q,quiet suffix= t tmpdir? u,dry-run");
        options.allowOperands(1, "too many templates");
        boolean given = !options.operands().isEmpty();
        String template = given ? options.operands().get(0) : "tmp.XXXXXXXXXX";
        if (options.has("suffix") && !template.endsWith("X")) {
            throw options.usage("with --suffix, template " + Quoted.name(template) + " must end in X");
        }
        int end = template.lastIndexOf('X') + 1;
        int start = end;
        while (start > 0 && template.charAt(start - 1) == 'X') {
            start--;
        }
        String suffix = options.value("suffix").orElse(template.substring(end));
        if (suffix.indexOf('/') >= 0) {
            throw options.usage("invalid suffix " + Quoted.name(suffix) + ", contains directory separator");
        }
        if (end - start < 3) {
            throw options.usage("too few X's in template " + Quoted.name(template));
        }
        String prefix = template.substring(0, start);
        boolean placed = !given || options.has("p") || options.has("tmpdir") || options.has("t");
        if (placed) {
            if (options.has("t") && prefix.indexOf('/') >= 0) {
                throw options.usage("invalid template, " + Quoted.name(template) + ", contains directory separator");
            }
            if (prefix.startsWith("/")) {
                throw options.usage(
                        "invalid template, " + Quoted.name(template) + "; with --tmpdir, it may not be absolute");
            }
            prefix = Destination.join(directory(options), prefix);
        }
        try {
            call.output().line(make(call, options, prefix, end - start, suffix));
            return 0;
        } catch (IOException e) {
            UtilityCall.rethrowInterrupt(e);
            if (!options.has("q")) {
                String what = options.has("d") ? "directory" : "file";
                call.error(
                        "failed to create " + what + " via template "
                                + Quoted.name(prefix + "X".repeat(end - start) + suffix),
                        e);
            }
            return 1;
        }
    }

    private static String directory(Options options) {
        String variable = options.call().environment().getOrDefault("TMPDIR", "");
        String given = options.value(options.last("p", "tmpdir")).orElse("");
        String first = options.has("t") ? variable : given;
        String second = options.has("t") ? given : variable;
        if (!first.isEmpty() || !second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        return Files.isDirectory(Path.of("/tmp")) ? "/tmp" : System.getProperty("java.io.tmpdir", "/tmp");
    }

    private String make(UtilityCall call, Options options, String prefix, int count, String suffix) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            StringBuilder name = new StringBuilder(prefix);
            for (int j = 0; j < count; j++) {
                name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            String text = name.append(suffix).toString();
            Path path = call.locate(text);
            try {
                if (options.has("u")) {
                    if (FileStatus.find(path, false).isPresent()) {
                        continue;
                    }
                } else if (options.has("d")) {
                    FileModes.makeDirectory(path, 0700 & ~call.mask());
                } else {
                    FileModes.createFile(path, 0600 & ~call.mask()).close();
                }
                return text;
            } catch (FileAlreadyExistsException e) {
                // Another name then.
            }
        }
        throw new FileAlreadyExistsException(prefix);
    }
}

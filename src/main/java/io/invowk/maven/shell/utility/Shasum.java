// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code shasum}: {@code -a -b -c -q -s -t -w --ignore-missing --strict --tag}. */
final class Shasum implements Utility {
    private static final Map<String, String> ALGORITHMS = Map.of(
            "1", "SHA-1",
            "224", "SHA-224",
            "256", "SHA-256",
            "384", "SHA-384",
            "512", "SHA-512",
            "512224", "SHA-512/224",
            "512256", "SHA-512/256");
    private static final Map<Integer, String> BY_LENGTH = Map.of(40, "1", 56, "224", 64, "256", 96, "384", 128, "512");
    private static final Pattern LINE = Pattern.compile("(\\\\?)([0-9a-fA-F]+) ([ *?^U])(.*)", Pattern.DOTALL);
    private static final Pattern TAGGED =
            Pattern.compile("(\\\\?)SHA([0-9]+)(?:/([0-9]+))? \\((.*)\\) = ([0-9a-fA-F]+)", Pattern.DOTALL);

    /** What a line says: which file, and its digest. */
    private record Expected(String algorithm, String file, String digest) {}

    private int mismatched;
    private int unreadable;
    private int malformed;
    private int verified;

    @Override
    public int run(UtilityCall call) throws IOException {
        Options options = Options.of(
                call, "a,algorithm= b,binary c,check ignore-missing quiet,q status,s strict tag t,text warn,w");
        if (options.has("b") && options.has("t")) {
            throw options.usage("Ambiguous file mode");
        }
        for (String key : List.of("warn", "status", "quiet", "ignore-missing", "strict")) {
            if (options.has(key) && !options.has("c")) {
                throw options.usage("--" + key + " option used only when verifying checksums");
            }
        }
        if (options.has("tag") && options.has("t")) {
            throw options.usage("--tag does not support --text mode");
        }
        String algorithm = options.value("a").orElse("1");
        if (!ALGORITHMS.containsKey(algorithm)) {
            throw options.usage("Unrecognized algorithm");
        }
        int status = 0;
        for (String operand : options.files()) {
            try {
                if (options.has("c")) {
                    status |= check(options, operand, algorithm);
                } else {
                    print(options, operand, algorithm);
                }
            } catch (IOException e) {
                call.error(operand, e);
                status = 1;
            }
        }
        return status;
    }

    private static void print(Options options, String operand, String algorithm) throws IOException {
        String digest = digest(options.call(), operand, algorithm);
        boolean escaped = operand.indexOf('\n') >= 0 || operand.indexOf('\\') >= 0;
        String name = escaped ? operand.replace("\\", "\\\\").replace("\n", "\\n") : operand;
        String prefix = escaped ? "\\" : "";
        UtilityOutput output = options.call().output();
        if (options.has("tag")) {
            String title = ALGORITHMS.getOrDefault(algorithm, "").replace("-", "");
            output.line(prefix + title + " (" + name + ") = " + digest);
        } else {
            String mark = options.last("b", "t").equals("b") ? "*" : " ";
            output.line(prefix + digest + " " + mark + name);
        }
    }

    private static String digest(UtilityCall call, String operand, String algorithm) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance(ALGORITHMS.getOrDefault(algorithm, algorithm));
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("no SHA-" + algorithm + " on this machine");
        }
        byte[] block = new byte[64 * 1024];
        try (InputStream stream = call.open(operand)) {
            for (int count = stream.read(block); count >= 0; count = stream.read(block)) {
                digest.update(block, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private int check(Options options, String operand, String algorithm) throws IOException {
        UtilityCall call = options.call();
        mismatched = 0;
        unreadable = 0;
        malformed = 0;
        verified = 0;
        int known = 0;
        try (InputStream stream = call.open(operand)) {
            Lines lines = new Lines(stream, false);
            for (int number = 1; lines.advance(); number++) {
                String line = UtilityCall.text(lines.line());
                String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
                if (text.startsWith("#")) {
                    continue;
                }
                Optional<Expected> expected = parse(text, algorithm);
                if (expected.isEmpty()) {
                    malformed++;
                    if (options.has("warn")) {
                        call.error(operand + ": " + number + ": improperly formatted SHA checksum line");
                    }
                } else {
                    known++;
                    verify(options, expected.get());
                }
            }
        }
        if (known == 0) {
            call.error(operand + ": no properly formatted SHA checksum lines found");
            return 1;
        }
        if (!options.has("status")) {
            warn(call, malformed, "line is improperly formatted", "lines are improperly formatted");
            warn(call, unreadable, "listed file could not be read", "listed files could not be read");
            warn(call, mismatched, "computed checksum did NOT match", "computed checksums did NOT match");
        }
        boolean ignored = options.has("ignore-missing") && verified == 0 && mismatched == 0;
        if (ignored && !options.has("status")) {
            call.error(operand + ": no file was verified");
        }
        boolean good = mismatched + unreadable == 0 && !ignored && !(options.has("strict") && malformed > 0);
        return good ? 0 : 1;
    }

    private static void warn(UtilityCall call, int count, String one, String many) {
        if (count > 0) {
            call.error("WARNING: " + count + " " + (count == 1 ? one : many));
        }
    }

    private static Optional<Expected> parse(String line, String algorithm) {
        Matcher tagged = TAGGED.matcher(line);
        if (tagged.matches()) {
            String name = tagged.group(2) + (tagged.group(3) == null ? "" : tagged.group(3));
            return ALGORITHMS.containsKey(name)
                    ? Optional.of(new Expected(name, unescaped(tagged.group(1), tagged.group(4)), tagged.group(5)))
                    : Optional.empty();
        }
        Matcher plain = LINE.matcher(line);
        if (!plain.matches()) {
            return Optional.empty();
        }
        int length = plain.group(2).length();
        String name = BY_LENGTH.get(length);
        if (name == null) {
            return Optional.empty();
        }
        boolean shortened = algorithm.length() > 3 && algorithm.endsWith(name);
        return Optional.of(
                new Expected(shortened ? algorithm : name, unescaped(plain.group(1), plain.group(4)), plain.group(2)));
    }

    private static String unescaped(String mark, String name) {
        if (mark.isEmpty()) {
            return name;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean escape = name.charAt(i) == '\\' && i + 1 < name.length();
            char c = name.charAt(escape ? ++i : i);
            out.append(escape && c == 'n' ? '\n' : c);
        }
        return out.toString();
    }

    private void verify(Options options, Expected expected) throws IOException {
        UtilityCall call = options.call();
        List<String> silent = List.of("quiet", "status");
        try {
            boolean same = digest(call, expected.file(), expected.algorithm()).equalsIgnoreCase(expected.digest());
            mismatched += same ? 0 : 1;
            verified += same ? 1 : 0;
            if (!options.has("status") && !(same && silent.stream().anyMatch(options::has))) {
                call.output().line(expected.file() + ": " + (same ? "OK" : "FAILED"));
            }
        } catch (java.nio.file.NoSuchFileException e) {
            if (!options.has("ignore-missing")) {
                unreadable(options, expected, e);
            }
        } catch (IOException e) {
            unreadable(options, expected, e);
        }
    }

    private void unreadable(Options options, Expected expected, IOException e) throws IOException {
        options.call().error(expected.file(), e);
        unreadable++;
        if (!options.has("status")) {
            options.call().output().line(expected.file() + ": FAILED open or read");
        }
    }
}

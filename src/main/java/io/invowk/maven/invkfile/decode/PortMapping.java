// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cuefile.TextRule;
import io.invowk.maven.diagnostic.Quoted;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A published port: {@code [[ip:]host:]container[/protocol]}, each port a number or a range {@code a-b}. */
final class PortMapping implements TextRule {
    private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");
    private static final Pattern PORT = Pattern.compile("0*([1-9][0-9]{0,4})");
    private static final Pattern BYTE = Pattern.compile("0*([0-9]{1,3})");
    private static final int MAX_PORT = 65_535;
    private static final int MAX_BYTE = 255;

    @Override
    public Optional<String> problem(String text) {
        return whyNot(text).map(why -> "port " + Quoted.of(text) + " " + why);
    }

    private static Optional<String> whyNot(String text) {
        if (text.isEmpty()) {
            return Optional.of("is empty");
        }
        Optional<String> forbidden = text.contains(" ") ? Optional.of("has a space") : ShellCharacters.found(text);
        if (forbidden.isPresent()) {
            return forbidden;
        }
        int slash = text.lastIndexOf('/');
        if (slash >= 0 && !PROTOCOLS.contains(text.substring(slash + 1).toLowerCase(Locale.ROOT))) {
            return Optional.of("has no protocol tcp, udp or sctp after \"/\"");
        }
        String[] pieces = (slash < 0 ? text : text.substring(0, slash)).split(":", -1);
        if (pieces.length > 3) {
            return Optional.of("has more than the three parts ip:host:container");
        }
        if (pieces.length == 3 && !pieces[0].isEmpty() && !isIpv4(pieces[0])) {
            return Optional.of("does not start with an IPv4 address such as 127.0.0.1");
        }
        for (int i = pieces.length == 3 ? 1 : 0; i < pieces.length; i++) {
            if (!isPortOrRange(pieces[i])) {
                return Optional.of(
                        "has " + Quoted.of(pieces[i]) + " where a number from 1 to 65535 or a range belongs");
            }
        }
        return Optional.empty();
    }

    private static boolean isIpv4(String text) {
        String[] parts = text.split("\\.", -1);
        for (String part : parts) {
            if (!isNumber(part, BYTE, MAX_BYTE)) {
                return false;
            }
        }
        return parts.length == 4;
    }

    private static boolean isPortOrRange(String text) {
        String[] ends = text.split("-", -1);
        for (String end : ends) {
            if (!isNumber(end, PORT, MAX_PORT)) {
                return false;
            }
        }
        return ends.length <= 2;
    }

    private static boolean isNumber(String text, Pattern digits, int max) {
        var matcher = digits.matcher(text);
        return matcher.matches() && Integer.parseInt(matcher.group(1)) <= max;
    }
}

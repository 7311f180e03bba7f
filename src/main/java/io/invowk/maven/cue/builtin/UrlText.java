// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Escapes of URLs, and what parses as one. */
final class UrlText {
    /** What needs no escape in a segment of a path, besides letters and digits. */
    static final String PATH = "-_.~$&+=:@";
    /** The same in a query; a space becomes a plus sign. */
    static final String QUERY = "-_.~";

    private UrlText() {}

    static String escape(byte[] data, String kept) {
        StringBuilder out = new StringBuilder();
        for (byte b : data) {
            char c = (char) (b & 0xff);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (letter || kept.indexOf(c) >= 0) {
                out.append(c);
            } else if (c == ' ' && kept.equals(QUERY)) {
                out.append('+');
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return out.toString();
    }

    static String unescape(String text, boolean query) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] data = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < data.length; i++) {
            if (data[i] == '%') {
                if (!isEscape(data, i)) {
                    throw new CallException("an invalid escape sequence in \"" + text + "\"");
                }
                out.write(Character.digit(data[i + 1], 16) * 16 + Character.digit(data[i + 2], 16));
                i += 2;
            } else {
                out.write(query && data[i] == '+' ? ' ' : data[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static boolean isEscape(byte[] data, int at) {
        return at + 2 < data.length && Character.digit(data[at + 1], 16) >= 0 && Character.digit(data[at + 2], 16) >= 0;
    }

    /** Accepts what parses as a reference; with {@code absolute}, only what begins with a scheme. */
    static boolean check(String text, boolean absolute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == 0x7f) {
                throw wrong(text, "a control character");
            }
        }
        int hash = text.indexOf('#');
        if (hash >= 0) {
            checkEscapes(text, text.substring(hash + 1));
        }
        String rest = hash < 0 ? text : text.substring(0, hash);
        int colon = scheme(rest, text);
        String scheme = colon < 0 ? "" : rest.substring(0, colon);
        rest = rest.substring(colon + 1);
        int query = rest.indexOf('?');
        rest = query < 0 ? rest : rest.substring(0, query);
        boolean opaque = !scheme.isEmpty() && !rest.startsWith("/");
        if (!opaque) {
            checkHierarchy(text, rest, scheme.isEmpty());
        }
        if (absolute && scheme.isEmpty()) {
            throw wrong(text, "it is not absolute");
        }
        return true;
    }

    private static CallException wrong(String text, String what) {
        return new CallException("\"" + text + "\" is no URL: " + what);
    }

    /** Where the scheme ends, -1 if there is none. */
    private static int scheme(String rest, String text) {
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (c == ':') {
                if (i == 0) {
                    throw wrong(text, "the scheme is missing");
                }
                return i;
            }
            if (!letter && (!other || i == 0)) {
                return -1;
            }
        }
        return -1;
    }

    private static void checkHierarchy(String text, String rest, boolean relative) {
        String path = rest;
        if (rest.startsWith("//") && !(relative && rest.startsWith("///"))) {
            int slash = rest.indexOf('/', 2);
            checkAuthority(text, slash < 0 ? rest.substring(2) : rest.substring(2, slash));
            path = slash < 0 ? "" : rest.substring(slash);
        } else if (relative) {
            int slash = rest.indexOf('/');
            String first = slash < 0 ? rest : rest.substring(0, slash);
            if (first.contains(":")) {
                throw wrong(text, "a colon in the first segment of the path");
            }
        }
        checkEscapes(text, path);
    }

    private static void checkAuthority(String text, String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        checkEscapes(text, authority.substring(0, authority.length() - host.length()));
        int close = host.lastIndexOf(']');
        if (host.startsWith("[") && close < 0) {
            throw wrong(text, "a bracket is missing");
        }
        String port = host.startsWith("[") ? host.substring(close + 1) : host.substring(Math.max(0, host.indexOf(':')));
        if (!host.startsWith("[") && host.indexOf(':') < 0) {
            port = "";
        }
        if (!port.matches("(:[0-9]*)?")) {
            throw wrong(text, "an invalid port");
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == ' ' || "\"\\^`{|}<>".indexOf(c) >= 0) {
                throw wrong(text, "an invalid character in the host");
            }
        }
        checkEscapes(text, host.startsWith("[") ? "" : host);
    }

    private static void checkEscapes(String text, String part) {
        byte[] data = part.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < data.length; i++) {
            if (data[i] == '%' && !isEscape(data, i)) {
                throw wrong(text, "an invalid escape sequence");
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Character references of HTML. Those by name are the five of XML and the common ones of Latin text. */
final class HtmlText {
    private static final Pattern REFERENCE =
            Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]*);");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", "\u00a0"),
            Map.entry("copy", "\u00a9"),
            Map.entry("reg", "\u00ae"),
            Map.entry("deg", "\u00b0"),
            Map.entry("middot", "\u00b7"),
            Map.entry("laquo", "\u00ab"),
            Map.entry("raquo", "\u00bb"),
            Map.entry("times", "\u00d7"),
            Map.entry("szlig", "\u00df"),
            Map.entry("aacute", "\u00e1"),
            Map.entry("eacute", "\u00e9"),
            Map.entry("auml", "\u00e4"),
            Map.entry("ouml", "\u00f6"),
            Map.entry("uuml", "\u00fc"),
            Map.entry("Auml", "\u00c4"),
            Map.entry("Ouml", "\u00d6"),
            Map.entry("Uuml", "\u00dc"),
            Map.entry("ndash", "\u2013"),
            Map.entry("mdash", "\u2014"),
            Map.entry("hellip", "\u2026"),
            Map.entry("trade", "\u2122"),
            Map.entry("euro", "\u20ac"));

    private HtmlText() {}

    static String unescape(String text) {
        return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(character(match.group(1))));
    }

    private static String character(String reference) {
        if (!reference.startsWith("#")) {
            String named = NAMED.get(reference);
            if (named == null) {
                throw CallException.unsupported("the character reference \"&" + reference + ";\"");
            }
            return named;
        }
        boolean hex = Character.toLowerCase(reference.charAt(1)) == 'x';
        int rune = hex ? Integer.parseInt(reference.substring(2), 16) : Integer.parseInt(reference.substring(1));
        boolean valid = Character.isValidCodePoint(rune) && rune != 0 && (rune < 0xd800 || rune > 0xdfff);
        return Character.toString(valid ? rune : 0xfffd);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import io.invowk.maven.shell.text.DateText;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;

/** The texts of {@code find -printf}. */
final class FindFormat {
    private static final String ESCAPES = "abfnrtv\\";
    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\";

    private final UtilityCall call;
    private final String format;

    FindFormat(UtilityCall call, String format) {
        this.call = call;
        this.format = format;
    }

    /** The letter that stands for a kind in an expression. */
    static char letter(FileStatus.Kind kind) {
        return kind == FileStatus.Kind.FILE ? 'f' : kind.letter();
    }

    /** What a link leads to; empty if it is none. */
    static String target(Find.Found found) {
        try {
            return found.status().isLink()
                    ? Files.readSymbolicLink(found.path()).toString()
                    : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** The text for a file. */
    String text(Find.Found found) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at++);
            if (c == '\\' && at < format.length()) {
                at = escape(at, out);
            } else if (c == '%' && at < format.length()) {
                int start = at;
                while (at < format.length() && "-+ #0123456789.".indexOf(format.charAt(at)) >= 0) {
                    at++;
                }
                String flags = format.substring(start, at);
                char letter = at < format.length() ? format.charAt(at++) : '%';
                boolean timed = "TAC".indexOf(letter) >= 0 && at < format.length();
                String value = timed ? time(found, letter, format.charAt(at++)) : value(found, letter);
                out.append(padded(value, flags));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private int escape(int start, StringBuilder out) {
        char c = format.charAt(start);
        int end = start;
        while (end < format.length() && end < start + 3 && format.charAt(end) >= '0' && format.charAt(end) <= '7') {
            end++;
        }
        if (end > start) {
            out.append((char) (Integer.parseInt(format.substring(start, end), 8) & 0xff));
            return end;
        }
        int known = ESCAPES.indexOf(c);
        if (known >= 0) {
            out.append(ESCAPED.charAt(known));
        } else {
            out.append('\\').append(c);
        }
        return start + 1;
    }

    private static String padded(String value, String flags) {
        String digits = flags.replaceAll("\\..*|[-+ #]", "");
        int width = digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
        String padding = " ".repeat(Math.max(0, width - value.codePointCount(0, value.length())));
        return flags.contains("-") ? value + padding : padding + value;
    }

    private String value(Find.Found found, char letter) {
        FileStatus status = found.status();
        return switch (letter) {
            case '%' -> "%";
            case 'p' -> found.text();
            case 'f' -> found.name();
            case 'h' -> {
                String text = Mkdir.trimmed(found.text());
                int slash = text.lastIndexOf('/');
                yield slash < 0 ? "." : text.substring(0, slash);
            }
            case 'H' -> found.start();
            case 'P' -> {
                String rest = found.text().substring(found.start().length());
                yield rest.startsWith("/") ? rest.substring(1) : rest;
            }
            case 's' -> Long.toString(status.size());
            case 'd' -> Integer.toString(found.depth());
            case 'm' -> Integer.toOctalString(status.mode());
            case 'M' -> status.kind().letter() + FileModes.text(status.mode());
            case 'y' -> String.valueOf(letter(status.kind()));
            case 'Y' ->
                FileStatus.find(found.path(), true)
                        .map(target -> String.valueOf(letter(target.kind())))
                        .orElse("N");
            case 'l' -> target(found);
            case 'u' -> FindParser.principal(found, false);
            case 'g' -> FindParser.principal(found, true);
            case 'U' -> Integer.toUnsignedString(status.user());
            case 'G' -> Integer.toUnsignedString(status.group());
            case 'i' -> Long.toString(status.inode());
            case 'n' -> Long.toString(status.links());
            case 'D' -> Long.toString(status.device());
            case 't' -> date(status.modified());
            case 'a' -> date(status.accessed());
            case 'c' -> date(status.changed());
            default -> "%" + letter;
        };
    }

    private static String fraction(ZonedDateTime moment) {
        return String.format(Locale.ROOT, ".%09d0", moment.getNano());
    }

    private String date(Instant moment) {
        ZonedDateTime local = moment.atZone(call.zone());
        return DateText.format("%a %b %e %T", local) + fraction(local) + DateText.format(" %Y", local);
    }

    private String time(Find.Found found, char which, char letter) {
        FileStatus status = found.status();
        Instant moment = which == 'A' ? status.accessed() : which == 'C' ? status.changed() : status.modified();
        ZonedDateTime local = moment.atZone(call.zone());
        return switch (letter) {
            case '@' -> moment.getEpochSecond() + fraction(local);
            case '+' -> DateText.format("%F+%T", local) + fraction(local);
            case 'S' -> DateText.format("%S", local) + fraction(local);
            case 'T', 'X' -> DateText.format("%T", local) + fraction(local);
            default -> DateText.format("%" + letter, local);
        };
    }
}

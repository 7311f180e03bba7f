// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/** Bits of permissions: what new files get, and how they are written. */
final class FileModes {
    private static final int ALL = 0777;
    private static final int SET_ID = 06000;
    private static final String WHO = "ugo";
    private static final FileAttribute<?>[] NONE = {};

    private FileModes() {}

    /**
     * Applies a change like {@code 755} or {@code u=rwx,go-w}: POSIX, {@code chmod}.
     *
     * @param start the bits before
     * @param mask what a change that names nobody leaves alone
     * @return empty if the text is none
     */
    static OptionalInt change(String text, int start, int mask, boolean directory) {
        if (text.matches("[0-7]{1,5}")) {
            int mode = Integer.parseInt(text, 8);
            return mode > 07777 ? OptionalInt.empty() : OptionalInt.of(mode);
        }
        int mode = start;
        for (String clause : text.split(",", -1)) {
            if (!clause.matches("[ugoa]*([-+=]([rwxXst]*|[ugo]))+")) {
                return OptionalInt.empty();
            }
            mode = clause(clause, mode, mask, directory);
        }
        return OptionalInt.of(mode);
    }

    private static int clause(String clause, int start, int mask, boolean directory) {
        int at = 0;
        int who = 0;
        while ("ugoa".indexOf(clause.charAt(at)) >= 0) {
            who |= clause.charAt(at) == 'a' ? 07777 : part(WHO.indexOf(clause.charAt(at)), 7, true);
            at++;
        }
        int reach = who == 0 ? 07777 & ~mask : who;
        int mode = start;
        while (at < clause.length()) {
            char operator = clause.charAt(at++);
            int end = at;
            while (end < clause.length() && "-+=".indexOf(clause.charAt(end)) < 0) {
                end++;
            }
            int bits = bits(clause.substring(at, end), mode, directory) & reach;
            mode = switch (operator) {
                case '+' -> mode | bits;
                case '-' -> mode & ~bits;
                default -> (mode & ~((who == 0 ? 07777 : who) & (directory ? ~SET_ID : 07777))) | bits;
            };
            at = end;
        }
        return mode;
    }

    /** Bits of one of user, group and others, with what belongs to them alone. */
    private static int part(int who, int bits, boolean special) {
        int own = who == 0 ? 04000 : who == 1 ? 02000 : 01000;
        return bits << (6 - 3 * who) | (special ? own : 0);
    }

    private static int bits(String letters, int mode, boolean directory) {
        int bits = 0;
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            int copied = WHO.indexOf(letter);
            if (copied >= 0) {
                bits |= ((mode >> (6 - 3 * copied)) & 7) * 0111;
            }
            bits |= switch (letter) {
                case 'r' -> 0444;
                case 'w' -> 0222;
                case 'x' -> 0111;
                case 'X' -> directory || (mode & 0111) != 0 ? 0111 : 0;
                case 's' -> SET_ID;
                case 't' -> 01000;
                default -> 0;
            };
        }
        return bits;
    }

    /** Bits as {@code ls -l} shows them: {@code rwxr-xr-x}. */
    static String text(int mode) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            text.append((mode & (0400 >> i)) != 0 ? "rwx".charAt(i % 3) : '-');
        }
        mark(text, 2, (mode & 04000) != 0, 's');
        mark(text, 5, (mode & 02000) != 0, 's');
        mark(text, 8, (mode & 01000) != 0, 't');
        return text.toString();
    }

    private static void mark(StringBuilder text, int at, boolean set, char letter) {
        if (set) {
            text.setCharAt(at, text.charAt(at) == 'x' ? letter : Character.toUpperCase(letter));
        }
    }

    /** Gives a file its bits, where the system has such. */
    static void set(Path path, int mode) throws IOException {
        if (FileStatus.isUnix(path)) {
            Files.setAttribute(path, "unix:mode", mode);
        }
    }

    /** Makes a directory that has these bits from its beginning, or fewer until this returns. */
    static void makeDirectory(Path path, int mode) throws IOException {
        Files.createDirectory(path, attributes(path, mode));
        adjust(path, mode);
    }

    /** Makes a file that has these bits from its beginning, or fewer until this returns; it must not exist. */
    static OutputStream createFile(Path path, int mode) throws IOException {
        OutputStream stream = Channels.newOutputStream(Files.newByteChannel(
                path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes(path, mode)));
        try {
            adjust(path, mode);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
        return stream;
    }

    /** Opens a file for writing; what was in it is gone unless it is to be kept. A new one gets these bits. */
    static OutputStream write(Path path, boolean append, int mode) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException("Is a directory");
        }
        if (!Files.exists(path)) {
            try {
                return createFile(path, mode);
            } catch (FileAlreadyExistsException e) {
                // Somebody was quicker, or it is a link to nothing.
            }
        }
        return Files.newOutputStream(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** The mask of the machine's process counts for new files; the script's is another one. */
    private static void adjust(Path path, int mode) throws IOException {
        if (FileStatus.isUnix(path)) {
            int actual = FileStatus.of(path, false).mode();
            int wanted = mode | (actual & SET_ID);
            if (actual != wanted) {
                set(path, wanted);
            }
        }
    }

    private static FileAttribute<?>[] attributes(Path path, int mode) {
        if (!FileStatus.isUnix(path)) {
            return NONE;
        }
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int i = 0; i < all.length; i++) {
            if ((mode & ALL & (0400 >> i)) != 0) {
                permissions.add(all[i]);
            }
        }
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }
}

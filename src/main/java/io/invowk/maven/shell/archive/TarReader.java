// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads an archive of {@code tar} from its beginning to its end: ustar, pax, GNU. */
public final class TarReader implements Closeable {
    private final TarArchiveInputStream stream;

    /** A reader of a stream, which it closes. */
    public TarReader(InputStream stream) {
        this.stream = new TarArchiveInputStream(stream, "UTF-8");
    }

    /**
     * The next entry; empty at the end.
     *
     * @throws IOException if this is no archive, or a damaged one
     */
    public Optional<TarEntry> next() throws IOException {
        TarArchiveEntry entry;
        try {
            entry = stream.getNextEntry();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new IOException("damaged header", e);
        }
        if (entry == null) {
            return Optional.empty();
        }
        TarEntry.Kind kind = kind(entry);
        boolean links = kind == TarEntry.Kind.SYMBOLIC_LINK || kind == TarEntry.Kind.HARD_LINK;
        return Optional.of(new TarEntry(
                kind,
                entry.getName(),
                links ? entry.getLinkName() : "",
                entry.getMode() & 07777,
                entry.getLongUserId(),
                entry.getLongGroupId(),
                entry.getUserName(),
                entry.getGroupName(),
                kind == TarEntry.Kind.FILE ? entry.getRealSize() : 0,
                entry.getLastModifiedTime().toInstant()));
    }

    private static TarEntry.Kind kind(TarArchiveEntry entry) {
        if (entry.isDirectory()) {
            return TarEntry.Kind.DIRECTORY;
        }
        if (entry.isSymbolicLink()) {
            return TarEntry.Kind.SYMBOLIC_LINK;
        }
        if (entry.isLink()) {
            return TarEntry.Kind.HARD_LINK;
        }
        if (entry.isFIFO()) {
            return TarEntry.Kind.PIPE;
        }
        return entry.isBlockDevice()
                ? TarEntry.Kind.BLOCK_DEVICE
                : entry.isCharacterDevice() ? TarEntry.Kind.CHARACTER_DEVICE : TarEntry.Kind.FILE;
    }

    /** What is in the file of the entry that came last; stays open. */
    public InputStream content() {
        return stream;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}

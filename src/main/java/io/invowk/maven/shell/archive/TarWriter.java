// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Writes an archive as GNU {@code tar} does, or as POSIX has it. */
public final class TarWriter implements Closeable {
    /** Archives are as long as a multiple of this, in bytes. */
    private static final int RECORD = 10_240;

    private final TarArchiveOutputStream stream;

    /**
     * A writer to a stream, which it closes.
     *
     * @param posix whether long names are written as POSIX has it
     */
    public TarWriter(OutputStream stream, boolean posix) {
        this.stream = new TarArchiveOutputStream(stream, RECORD, "UTF-8");
        this.stream.setLongFileMode(
                posix ? TarArchiveOutputStream.LONGFILE_POSIX : TarArchiveOutputStream.LONGFILE_GNU);
        this.stream.setBigNumberMode(
                posix ? TarArchiveOutputStream.BIGNUMBER_POSIX : TarArchiveOutputStream.BIGNUMBER_STAR);
        this.stream.setAddPaxHeadersForNonAsciiNames(posix);
    }

    /** Writes an entry; as many bytes as it says must be written to the result, which is to be closed. */
    public OutputStream add(TarEntry entry) throws IOException {
        byte flag = switch (entry.kind()) {
            case FILE -> TarConstants.LF_NORMAL;
            case DIRECTORY -> TarConstants.LF_DIR;
            case SYMBOLIC_LINK -> TarConstants.LF_SYMLINK;
            case HARD_LINK -> TarConstants.LF_LINK;
            case PIPE -> TarConstants.LF_FIFO;
            case BLOCK_DEVICE -> TarConstants.LF_BLK;
            case CHARACTER_DEVICE -> TarConstants.LF_CHR;
        };
        TarArchiveEntry header = new TarArchiveEntry(entry.name(), flag, true);
        header.setLinkName(entry.link());
        header.setMode(entry.mode());
        header.setUserId(entry.user());
        header.setGroupId(entry.group());
        header.setUserName(entry.userName());
        header.setGroupName(entry.groupName());
        header.setSize(entry.size());
        header.setModTime(FileTime.from(entry.modified().truncatedTo(ChronoUnit.SECONDS)));
        stream.putArchiveEntry(header);
        return new Content(stream);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /** What is in one file. */
    private static final class Content extends OutputStream {
        private final TarArchiveOutputStream stream;

        Content(TarArchiveOutputStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int b) throws IOException {
            stream.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            stream.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            stream.closeArchiveEntry();
        }
    }
}

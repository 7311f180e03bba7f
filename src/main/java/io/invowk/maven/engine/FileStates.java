// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The states of files, in a form that can be kept and compared. It is made before every container of a build. */
final class FileStates {
    /** Clocks of file systems can be this coarse (FAT): a younger file may change once more without a trace. */
    private static final long COARSEST_NANOSECONDS = TimeUnit.SECONDS.toNanos(2);

    /** Of a file: kind and execute bit, inode, size, time of the last change. */
    private static final int NUMBERS = 4;

    private final byte[] text;
    private final StringBuilder names = new StringBuilder();
    private final long[] numbers;
    private int used;
    private long latest;

    private FileStates(byte[] text, int files) {
        this.text = text;
        this.numbers = new long[files * NUMBERS];
    }

    /**
     * Those of some files.
     *
     * @param text what else matters
     * @param files by name, in an order that is the same each time
     */
    static FileStates of(byte[] text, Map<String, FileState> files) {
        FileStates states = new FileStates(text, files.size());
        for (Map.Entry<String, FileState> file : files.entrySet()) {
            states.add(file.getKey(), file.getValue());
        }
        return states;
    }

    private void add(String name, FileState state) {
        names.append(name).append('\0');
        numbers[used++] = state.kind().letter * 2L + (state.executable() ? 1 : 0);
        // the times of a directory change with files that do not count
        if (state.kind() != FileState.Kind.DIRECTORY) {
            numbers[used++] = state.inode();
            numbers[used++] = state.size();
            numbers[used++] = state.changed();
            latest = Math.max(latest, state.changed());
        }
    }

    /** Whether each change that comes will show. */
    boolean areSettled(Instant now) {
        return latest < TimeUnit.MILLISECONDS.toNanos(now.toEpochMilli()) - COARSEST_NANOSECONDS;
    }

    /** The same bytes for the same states. */
    byte[] bytes() {
        byte[] name = names.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(2 * Integer.BYTES + text.length + name.length + used * Long.BYTES);
        bytes.putInt(text.length).put(text).putInt(name.length).put(name);
        bytes.asLongBuffer().put(Arrays.copyOf(numbers, used));
        return bytes.array();
    }
}

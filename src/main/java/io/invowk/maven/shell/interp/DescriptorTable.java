// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The descriptors of one execution environment. */
final class DescriptorTable {
    /** The highest number, as the grammar has it. */
    static final int LAST = 9999;

    private @Nullable OpenFile[] files;

    DescriptorTable() {
        files = new OpenFile[10];
    }

    /** The same files under the same numbers. */
    DescriptorTable copy() {
        DescriptorTable copy = new DescriptorTable();
        copy.share(this);
        return copy;
    }

    /** Makes the descriptors of this table, which has none yet, lead to the files of another one. */
    void share(DescriptorTable other) {
        files = Arrays.copyOf(other.files, other.files.length);
        for (OpenFile file : files) {
            if (file != null) {
                file.retain();
            }
        }
    }

    /** What a descriptor leads to; null if it is closed. */
    @Nullable
    OpenFile get(int descriptor) {
        return descriptor < files.length ? files[descriptor] : null;
    }

    /** Makes a descriptor lead to a file, or closes it; what it led to before is not released. */
    @Nullable
    OpenFile replace(int descriptor, @Nullable OpenFile file) {
        if (descriptor >= files.length) {
            files = Arrays.copyOf(files, descriptor + 10);
        }
        OpenFile before = files[descriptor];
        files[descriptor] = file;
        return before;
    }

    /** Makes a descriptor lead to a file, or closes it. */
    void set(int descriptor, @Nullable OpenFile file) {
        if (file != null) {
            file.retain();
        }
        OpenFile before = replace(descriptor, file);
        if (before != null) {
            before.release();
        }
    }

    /** The lowest free number from one on. */
    int free(int from) {
        int descriptor = from;
        while (get(descriptor) != null) {
            descriptor++;
        }
        return descriptor;
    }

    void closeAll() {
        for (int i = 0; i < files.length; i++) {
            set(i, null);
        }
    }
}

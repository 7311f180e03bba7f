// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.compile;

import java.util.ArrayList;
import java.util.List;

/** Sets of kinds as bit masks. */
public final class Kinds {
    /** No kind: a contradiction. */
    public static final int NONE = 0;

    public static final int NULL = 1;
    public static final int BOOL = 1 << 1;
    public static final int INT = 1 << 2;
    public static final int FLOAT = 1 << 3;
    public static final int STRING = 1 << 4;
    public static final int BYTES = 1 << 5;
    public static final int LIST = 1 << 6;
    public static final int STRUCT = 1 << 7;
    public static final int FUNCTION = 1 << 8;
    public static final int NUMBER = INT | FLOAT;

    /** Every kind: top. */
    public static final int ALL = (1 << 9) - 1;

    private static final List<String> NAMES =
            List.of("null", "bool", "int", "float", "string", "bytes", "list", "struct", "function");

    private Kinds() {}

    /** The kinds in CUE's words, joined by "or"; int and float together are a number. */
    public static String describe(int kinds) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            if ((kinds & NUMBER) == NUMBER && (1 << i & NUMBER) != 0) {
                if (1 << i == INT) {
                    names.add("number");
                }
            } else if ((kinds & 1 << i) != 0) {
                names.add(NAMES.get(i));
            }
        }
        return String.join(" or ", names);
    }
}

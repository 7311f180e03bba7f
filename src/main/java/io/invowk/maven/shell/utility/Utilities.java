// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The utilities by name. */
public final class Utilities {
    private static final Map<String, Supplier<Utility>> BY_NAME = new TreeMap<>();

    static {
        BY_NAME.put("base64", Base64Text::new);
        BY_NAME.put("basename", () -> Names::basename);
        BY_NAME.put("cat", Cat::new);
        BY_NAME.put("cp", () -> Cp::run);
        BY_NAME.put("cut", Cut::new);
        BY_NAME.put("dirname", () -> Names::dirname);
        BY_NAME.put("find", Find::new);
        BY_NAME.put("grep", () -> Grep::run);
        BY_NAME.put("gunzip", () -> new Gzip(true));
        BY_NAME.put("gzip", () -> new Gzip(false));
        BY_NAME.put("head", Head::new);
        BY_NAME.put("ln", Ln::new);
        BY_NAME.put("ls", Ls::new);
        BY_NAME.put("mkdir", Mkdir::new);
        BY_NAME.put("mktemp", Mktemp::new);
        BY_NAME.put("mv", () -> Mv::run);
        BY_NAME.put("realpath", () -> RealPaths::run);
        BY_NAME.put("rm", Rm::new);
        BY_NAME.put("seq", Seq::new);
        BY_NAME.put("shasum", Shasum::new);
        BY_NAME.put("sleep", Sleep::new);
        BY_NAME.put("sort", Sort::new);
        BY_NAME.put("tail", Tail::new);
        BY_NAME.put("tar", Tar::new);
        BY_NAME.put("tee", Tee::new);
        BY_NAME.put("touch", Touch::new);
        BY_NAME.put("tr", Tr::new);
        BY_NAME.put("uniq", Uniq::new);
        BY_NAME.put("wc", Wc::new);
    }

    private Utilities() {}

    /** A utility for one call; empty if there is none of that name. */
    public static Optional<Utility> find(String name) {
        Supplier<Utility> found = BY_NAME.get(name);
        return found == null ? Optional.empty() : Optional.of(found.get());
    }
}

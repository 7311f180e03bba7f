// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import io.invowk.maven.invkfile.Invkfile;
import io.invowk.maven.invkmod.ModuleFolder;
import java.util.Optional;

/**
 * One invkfile that commands come from. Several of them may be one source for the user, with one id.
 *
 * @param id what a user calls it
 * @param module name of the module that the file belongs to
 */
public record CommandSource(String id, Optional<String> module, Invkfile invkfile) {
    /** The id of the project's own file. */
    static final String PROJECT = "invkfile";

    /** The id of the user's files. */
    static final String USER = "user commands (~/.invowk/cmds)";

    /** The id of all files in search paths. */
    static final String SEARCH_PATH = "configured search path";

    /** The invkfile of the project itself. */
    public static CommandSource project(Invkfile invkfile) {
        return file(PROJECT, invkfile);
    }

    /** A file that is no module's. */
    static CommandSource file(String id, Invkfile invkfile) {
        return new CommandSource(id, Optional.empty(), invkfile);
    }

    /** The file of a module. */
    public static CommandSource module(String id, Invkfile invkfile) {
        return new CommandSource(id, Optional.of(id), invkfile);
    }

    /** As lists call it. */
    public String title() {
        return module.isPresent() ? id + ModuleFolder.SUFFIX : id;
    }

    /** Whether a text after {@code @} or {@code --from} means it. */
    boolean isSpelled(String text) {
        return isSpelled(id, module.isPresent(), text);
    }

    static boolean isSpelled(String id, boolean module, String text) {
        return text.equals(id)
                || (module && text.equals(id + ModuleFolder.SUFFIX))
                || (id.equals(PROJECT) && text.equals("invkfile.cue"));
    }
}

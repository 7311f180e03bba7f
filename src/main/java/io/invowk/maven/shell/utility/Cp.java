// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.utility;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code cp}: {@code -a -d -f -H -i -l -L -n -p -P -r -R -s -t -T -u -v -x --attributes-only --no-preserve --parents --preserve --reflink
 * --remove-destination --sparse --strip-trailing-slashes}.
 */
final class Cp {
    private static final String KNOWN = "a,archive attributes-only d f,force H i,interactive l,link L,dereference"
            + " n,no-clobber no-preserve= p P,no-dereference parents preserve? r,R,recursive reflink?"
            + " remove-destination s,symbolic-link sparse= strip-trailing-slashes t,target-directory="
            + " T,no-target-directory u,update v,verbose x,one-file-system";

    private Cp() {}

    static int run(UtilityCall call) throws IOException {
        Options options = Options.of(call, KNOWN);
        options.requireOperands(1, "missing file operand");
        Copier copier = new Copier(call, Copier.Settings.of(options));
        Destination destination = Destination.of(options, true, false);
        if (options.has("parents") && !destination.isInside()) {
            throw options.usage("with --parents, the destination must be a directory");
        }
        boolean good = true;
        for (String source : destination.sources()) {
            String text = options.has("strip-trailing-slashes") ? Mkdir.trimmed(source) : source;
            String target = destination.of(text);
            if (options.has("parents")) {
                target = Destination.join(
                        destination.target(), Mkdir.trimmed(text).replaceAll("^/+", ""));
                if (!makeParents(call, destination.target(), target)) {
                    good = false;
                    continue;
                }
            } else if (destination.isInside() && List.of(".", "..").contains(Names.base(text, ""))) {
                // What is in the directory is meant.
                target = Destination.join(destination.target(), ".");
            }
            good &= copier.copy(text, target);
        }
        return good ? 0 : 1;
    }

    private static boolean makeParents(UtilityCall call, String top, String target) throws IOException {
        int at = top.length() + 1;
        for (int slash = target.indexOf('/', at); slash >= 0; slash = target.indexOf('/', slash + 1)) {
            String parent = target.substring(0, slash);
            Path path = call.locate(parent);
            try {
                FileModes.makeDirectory(path, call.directoryMode());
            } catch (FileAlreadyExistsException e) {
                // It is there, or what comes next fails.
            } catch (IOException e) {
                call.error("cannot make directory " + Quoted.name(parent), e);
                return false;
            }
        }
        return true;
    }
}

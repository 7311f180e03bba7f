// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.discovery.CommandCatalog;
import io.invowk.maven.discovery.Word;
import io.invowk.maven.plan.Invocation;
import io.invowk.maven.plan.InvocationReader;
import io.invowk.maven.plan.RunOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes the command that words name; a group of commands is listed. */
final class DescribeCommand {
    private DescribeCommand() {}

    static List<String> lines(CommandCatalog catalog, List<Word> words, Optional<String> from, Viewpoint viewpoint) {
        List<Word> asked = new ArrayList<>();
        asked.add(Word.whole("invowk:describe", "--help"));
        asked.addAll(words);
        Invocation invocation = InvocationReader.read(
                catalog, asked, from.map(text -> Word.whole("invowk.from", text)), RunOptions.NONE);
        return invocation instanceof Invocation.Help help
                ? CommandDescription.lines(help.entry(), viewpoint)
                : Listing.lines(((Invocation.Listing) invocation).entries(), viewpoint, invocation.verbose());
    }
}

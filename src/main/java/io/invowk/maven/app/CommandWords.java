// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.app;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.discovery.Word;
import io.invowk.maven.plan.WordSplitter;
import java.util.ArrayList;
import java.util.List;

/** The words of a command as the parameters give them. */
final class CommandWords {
    private CommandWords() {}

    /**
     * All words.
     *
     * @param cmd words in one text, with the quoting of a shell
     * @param args further words, each as it is
     */
    static List<Word> of(String cmd, List<String> args) {
        List<Word> words = new ArrayList<>(WordSplitter.split(new SourceText("invowk.cmd", cmd)));
        for (String arg : args) {
            words.add(Word.whole("invowk.args", arg));
        }
        return words;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The questions of {@code select}. */
final class Menu {
    private final Interpreter shell;
    private final List<String> items;
    private boolean show = true;

    Menu(Interpreter shell, List<String> items) {
        this.shell = shell;
        this.items = items;
    }

    /** Asks once, and sets the variable to the item that is chosen; false at the end of input. */
    boolean ask(String variable) {
        String answer;
        do {
            if (show) {
                for (int i = 0; i < items.size(); i++) {
                    shell.message((i + 1) + ") " + items.get(i));
                }
            }
            String prompt = shell.environment().variables.value("PS3");
            shell.message(prompt == null ? "#? " : prompt);
            answer = readLine();
            show = answer != null && answer.isEmpty();
        } while (show);
        if (answer == null) {
            return false;
        }
        shell.expander().assign("REPLY", answer);
        shell.expander().assign(variable, chosen(answer.strip()));
        return true;
    }

    private String chosen(String answer) {
        int number = (int) WholeNumber.upTo(items.size(), answer).orElse(0);
        return number == 0 ? "" : items.get(number - 1);
    }

    private @Nullable String readLine() {
        OpenFile file = shell.environment().descriptors.get(0);
        try {
            return file == null ? null : LineReader.read(file, '\n', true);
        } catch (IOException e) {
            return null;
        }
    }
}

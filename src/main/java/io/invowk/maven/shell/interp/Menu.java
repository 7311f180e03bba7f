// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.port.ByteSource;
import java.io.IOException;
import java.util.List;

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
        boolean isNumber = answer.matches("[0-9]{1,9}");
        int number = isNumber ? Integer.parseInt(answer) : 0;
        return number >= 1 && number <= items.size() ? items.get(number - 1) : "";
    }

    private @org.jspecify.annotations.Nullable String readLine() {
        OpenFile file = shell.environment().descriptors.get(0);
        ByteSource input = file == null ? null : file.input();
        try {
            return file == null || input == null ? null : LineReader.read(file, '\n', true);
        } catch (IOException e) {
            return null;
        }
    }
}

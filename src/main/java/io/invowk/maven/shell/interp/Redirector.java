// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.port.FileAccess;
import io.invowk.maven.shell.state.Option;
import io.invowk.maven.shell.syntax.HereDocument;
import io.invowk.maven.shell.syntax.Redirection;
import io.invowk.maven.shell.syntax.Word;
import io.invowk.maven.shell.syntax.WordPart;
import io.invowk.maven.shell.text.ByteText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Carries out redirections: POSIX XCU 2.7. */
final class Redirector {
    /** Where descriptors begin that go to variables. */
    private static final int FIRST_FREE = 10;

    private static final String DESCRIPTORS = "/dev/fd/";

    private final Interpreter shell;
    private final Environment environment;

    Redirector(Interpreter shell) {
        this.shell = shell;
        this.environment = shell.environment();
    }

    /** What descriptors led to before; closing it restores that. */
    final class Undo implements AutoCloseable {
        private final List<Before> changes = new ArrayList<>();
        private boolean failed;

        private Undo() {}

        /** Whether a redirection failed; the message is written, and nothing is redirected. */
        boolean failed() {
            return failed;
        }

        private void replace(int descriptor, @Nullable OpenFile file) {
            if (file != null) {
                file.retain();
            }
            changes.add(new Before(descriptor, environment.descriptors.replace(descriptor, file)));
        }

        /** Lets the redirection that came last stay: its descriptor belongs to a variable. */
        private void keepLast() {
            release(changes.remove(changes.size() - 1).file());
        }

        /** Lets the redirections stay. */
        void keep() {
            for (Before change : changes) {
                release(change.file());
            }
            changes.clear();
        }

        @Override
        public void close() {
            for (int i = changes.size() - 1; i >= 0; i--) {
                Before change = changes.get(i);
                release(environment.descriptors.replace(change.descriptor(), change.file()));
            }
            changes.clear();
        }

        private void release(@Nullable OpenFile file) {
            if (file != null) {
                file.release();
            }
        }
    }

    private record Before(int descriptor, @Nullable OpenFile file) {}

    /** Redirects in the order of the list. */
    Undo apply(List<Redirection> redirections) {
        Undo undo = new Undo();
        for (Redirection redirection : redirections) {
            try {
                apply(redirection, undo);
            } catch (RuntimeException e) {
                undo.close();
                throw e;
            } catch (IOException e) {
                String target = redirection.document() == null ? text(redirection) + ": " : "";
                undo.close();
                shell.error(target + Messages.of(e));
                undo.failed = true;
                return undo;
            }
        }
        return undo;
    }

    private String text(Redirection redirection) {
        String fixed = redirection.target().fixed();
        return fixed == null ? failedTarget : fixed;
    }

    private String failedTarget = "";

    private void apply(Redirection redirection, Undo undo) throws IOException {
        String variable = redirection.variable();
        if (variable == null) {
            apply(redirection, redirection.descriptor(), undo);
        } else if ("-".equals(redirection.target().fixed())) {
            close(environment.variables.value(variable));
        } else {
            int descriptor = environment.descriptors.free(FIRST_FREE);
            apply(redirection, descriptor, undo);
            shell.expander().assign(variable, Integer.toString(descriptor));
            undo.keepLast();
        }
    }

    /** Closes the descriptor whose number is in a variable. */
    private void close(@Nullable String number) throws IOException {
        OptionalLong descriptor = WholeNumber.upTo(DescriptorTable.LAST, String.valueOf(number));
        if (descriptor.isEmpty()) {
            throw new IOException("Bad file descriptor");
        }
        environment.descriptors.set((int) descriptor.getAsLong(), null);
    }

    private void apply(Redirection redirection, int descriptor, Undo undo) throws IOException {
        HereDocument document = redirection.document();
        if (document != null) {
            undo.replace(descriptor, content(shell.expander().value(document.body())));
            return;
        }
        if (redirection.operator() == Redirection.Operator.HERE_STRING) {
            undo.replace(descriptor, content(shell.expander().value(redirection.target()) + "\n"));
            return;
        }
        OpenFile pipe = processPipe(redirection);
        if (pipe != null) {
            undo.replace(descriptor, pipe);
            return;
        }
        String target = shell.expander().value(redirection.target());
        failedTarget = target;
        switch (redirection.operator()) {
            case DUPLICATE_INPUT, DUPLICATE_OUTPUT -> duplicate(redirection, descriptor, target, undo);
            case WRITE_BOTH, APPEND_BOTH -> both(redirection.operator(), target, undo);
            default -> undo.replace(descriptor, open(redirection.operator(), target));
        }
    }

    private static OpenFile content(String text) {
        return OpenFile.reading(new ByteArrayInputStream(ByteText.encode(text)));
    }

    /** The pipe of {@code < <(commands)}: no file is needed. */
    private @Nullable OpenFile processPipe(Redirection redirection) {
        Word word = redirection.target();
        if (word.parts().size() != 1 || !(word.parts().get(0) instanceof WordPart.ProcessSubstitution process)) {
            return null;
        }
        return shell.subshells().pipe(process);
    }

    private void both(Redirection.Operator operator, String target, Undo undo) throws IOException {
        boolean append = operator == Redirection.Operator.APPEND_BOTH;
        OpenFile file = open(append ? Redirection.Operator.APPEND : Redirection.Operator.WRITE, target);
        undo.replace(1, file);
        undo.replace(2, file);
    }

    private void duplicate(Redirection redirection, int descriptor, String target, Undo undo) throws IOException {
        if (target.equals("-")) {
            undo.replace(descriptor, null);
            return;
        }
        boolean move = target.endsWith("-");
        String digits = move ? target.substring(0, target.length() - 1) : target;
        OptionalLong number = WholeNumber.upTo(DescriptorTable.LAST, digits);
        if (number.isEmpty()) {
            if (redirection.operator() == Redirection.Operator.DUPLICATE_OUTPUT && descriptor == 1) {
                both(Redirection.Operator.WRITE_BOTH, target, undo);
                return;
            }
            throw new IOException("ambiguous redirect");
        }
        int original = (int) number.getAsLong();
        undo.replace(descriptor, existing(original));
        if (move) {
            undo.replace(original, null);
        }
    }

    private OpenFile existing(int descriptor) throws IOException {
        OpenFile file = environment.descriptors.get(descriptor);
        if (file == null) {
            throw new IOException("Bad file descriptor");
        }
        return file;
    }

    /** Opens a file by its path in the script, or one of those that the shell itself has. */
    OpenFile open(Redirection.Operator operator, String target) throws IOException {
        OpenFile special = special(target);
        if (special != null) {
            return special;
        }
        FileAccess files = shell.files();
        Path path = path(target);
        return switch (operator) {
            case READ -> OpenFile.reading(files.read(path));
            case READ_WRITE -> {
                FileAccess.ReadWriteFile file = files.readAndWrite(path, environment.mask);
                yield new OpenFile(file.input(), file.output());
            }
            case APPEND -> OpenFile.writing(files.write(path, FileAccess.Mode.APPEND, environment.mask));
            case WRITE -> {
                boolean keep = environment.options.has(Option.NOCLOBBER);
                FileAccess.Mode mode = keep ? FileAccess.Mode.NEW : FileAccess.Mode.TRUNCATE;
                yield OpenFile.writing(files.write(path, mode, environment.mask));
            }
            default -> OpenFile.writing(files.write(path, FileAccess.Mode.TRUNCATE, environment.mask));
        };
    }

    private Path path(String target) throws IOException {
        return Optional.of(target)
                .filter(text -> !text.isEmpty())
                .flatMap(environment::path)
                .orElseThrow(() -> new IOException("No such file or directory"));
    }

    private @Nullable OpenFile special(String target) throws IOException {
        return switch (target) {
            case "/dev/null" -> OpenFile.nothing();
            case "/dev/stdin" -> existing(0);
            case "/dev/stdout" -> existing(1);
            case "/dev/stderr" -> existing(2);
            default -> {
                OptionalLong number = target.startsWith(DESCRIPTORS)
                        ? WholeNumber.upTo(DescriptorTable.LAST, target.substring(DESCRIPTORS.length()))
                        : OptionalLong.empty();
                yield number.isPresent() ? existing((int) number.getAsLong()) : null;
            }
        };
    }
}

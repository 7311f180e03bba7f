// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.expand.FieldSeparators;
import io.invowk.maven.shell.state.Attribute;
import io.invowk.maven.shell.state.Variable;
import io.invowk.maven.shell.text.ByteText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code read}: POSIX XCU read, with {@code -a -d -n -N -p -s -t -u}. */
final class ReadBuiltin implements Builtin {
    /** As bash has it: 128 and the number of the signal ALRM. */
    private static final int TIME_OVER = 128 + 14;

    private static final double NANOS = 1e9;

    @Override
    public int run(Invocation call) throws IOException {
        return new Request(call).run();
    }

    /** A line, and which of its characters a backslash quotes. */
    private record Line(String text, BitSet quoted, boolean complete) {}

    /** One call. */
    private static final class Request {
        private final Invocation call;
        private boolean raw;
        private @Nullable String array;
        private int delimiter = '\n';
        private int most = -1;
        private boolean exact;
        private int descriptor;
        private double seconds = -1;

        Request(Invocation call) {
            this.call = call;
        }

        int run() throws IOException {
            OptionReader options = new OptionReader(call.arguments(), "ra:d:n:N:p:st:u:e");
            for (char option = options.next(); option != '\0'; option = options.next()) {
                readOption(option, options.value());
            }
            List<String> names = options.rest();
            for (String name : names) {
                if (!Invocation.isTarget(name)) {
                    return call.fail(1, name + ": not a valid identifier");
                }
            }
            if (array != null) {
                call.checkName(array);
            }
            OpenFile file = call.environment().descriptors.get(descriptor);
            Input input = file == null ? null : file.input();
            if (input == null) {
                return call.fail(1, "read error: " + descriptor + ": Bad file descriptor");
            }
            if (seconds == 0) {
                return input.isReady() ? 0 : 1;
            }
            boolean timeOver = false;
            Line line;
            try (Alarm alarm = new Alarm((long) (Math.max(0, seconds) * NANOS))) {
                line = read(input, alarm);
                timeOver = !line.complete() && alarm.hasRung();
            }
            if (call.environment().cancellation.signal() != null) {
                Thread.currentThread().interrupt();
                call.shell().handleSignals();
            }
            store(line, names);
            return line.complete() ? 0 : timeOver ? TIME_OVER : 1;
        }

        private void readOption(char option, String value) {
            switch (option) {
                case 'r' -> raw = true;
                case 'a' -> array = value;
                case 'd' -> delimiter = value.isEmpty() ? 0 : value.charAt(0);
                case 'n', 'N' -> {
                    most = number(value);
                    exact = option == 'N';
                }
                case 'p' -> call.shell().message(value);
                case 'u' -> descriptor = number(value);
                case 't' -> seconds = seconds(value);
                default -> {
                    // A script has no terminal that could show what is typed.
                }
            }
        }

        private static double seconds(String value) {
            try {
                double seconds = Double.parseDouble(value);
                if (Character.digit(value.charAt(value.length() - 1), 10) >= 0 && seconds >= 0) {
                    return seconds;
                }
            } catch (NumberFormatException e) {
                throw new UsageException(1, value + ": invalid timeout specification");
            }
            throw new UsageException(1, value + ": invalid timeout specification");
        }

        private static int number(String value) {
            return (int) WholeNumber.upTo(Integer.MAX_VALUE, value)
                    .orElseThrow(() -> new UsageException(1, value + ": invalid number"));
        }

        /** Reads up to the delimiter, or as many characters as asked for, or until the alarm rings. */
        private Line read(Input input, Alarm alarm) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(80);
            ByteArrayOutputStream marks = new ByteArrayOutputStream();
            boolean anyQuoted = false;
            boolean complete = most == 0;
            int characters = 0;
            while (most < 0 || characters < most) {
                int c = next(input, alarm);
                if (c < 0) {
                    break;
                }
                boolean quoted = false;
                if (c == '\\' && !raw) {
                    c = next(input, alarm);
                    quoted = true;
                    if (c < 0) {
                        break;
                    }
                    if (c == '\n') {
                        continue;
                    }
                }
                if (!quoted && c == delimiter && !exact) {
                    complete = true;
                    break;
                }
                if (c != 0) {
                    bytes.write(c);
                    marks.write(quoted ? 1 : 0);
                    anyQuoted |= quoted;
                }
                characters += (c & 0xc0) == 0x80 ? 0 : 1;
                complete |= characters == most;
            }
            return line(bytes.toByteArray(), anyQuoted ? marks.toByteArray() : new byte[0], complete);
        }

        /** The next byte; -1 at the end, and when the alarm has rung. */
        private static int next(Input input, Alarm alarm) throws IOException {
            try {
                return input.read();
            } catch (IOException e) {
                if (alarm.hasRung()) {
                    return -1;
                }
                throw e;
            }
        }

        /** The marks of bytes as marks of characters. */
        private static Line line(byte[] bytes, byte[] marks, boolean complete) {
            BitSet quoted = new BitSet();
            if (marks.length == 0) {
                return new Line(ByteText.decode(bytes), quoted, complete);
            }
            StringBuilder text = new StringBuilder();
            int start = 0;
            for (int i = 0; i <= bytes.length; i++) {
                if (i == bytes.length || marks[i] != marks[start]) {
                    String run = ByteText.decode(bytes, start, i - start);
                    if (i > start && marks[start] == 1) {
                        quoted.set(text.length(), text.length() + run.length());
                    }
                    text.append(run);
                    start = i;
                }
            }
            return new Line(text.toString(), quoted, complete);
        }

        private void store(Line line, List<String> names) {
            FieldSeparators separators = call.shell().expander().separators();
            if (exact || (array == null && names.isEmpty())) {
                call.assign(names.isEmpty() ? "REPLY" : names.get(0), line.text());
                names.stream().skip(1).forEach(name -> call.assign(name, ""));
                return;
            }
            Splitter splitter = new Splitter(line, separators);
            if (array != null) {
                Variable variable = call.environment().variables.getWritable(array);
                variable.set(Attribute.INDEXED, true);
                variable.clear();
                List<String> fields = splitter.all();
                for (int i = 0; i < fields.size(); i++) {
                    variable.setElement(i, fields.get(i));
                }
                return;
            }
            for (int i = 0; i < names.size() - 1; i++) {
                call.assign(names.get(i), splitter.next());
            }
            call.assign(names.get(names.size() - 1), splitter.rest());
        }
    }

    /** Cuts a line into fields. */
    private static final class Splitter {
        private final Line line;
        private final FieldSeparators separators;
        private int at;

        Splitter(Line line, FieldSeparators separators) {
            this.line = line;
            this.separators = separators;
            skipBlank();
        }

        private boolean separates(int index) {
            return separators.contains(line.text().charAt(index))
                    && !line.quoted().get(index);
        }

        private boolean isBlank(int index) {
            return separators.isBlank(line.text().charAt(index))
                    && !line.quoted().get(index);
        }

        private void skipBlank() {
            while (at < line.text().length() && isBlank(at)) {
                at++;
            }
        }

        private boolean isAtEnd() {
            return at >= line.text().length();
        }

        /** The next field; what separates it from the one behind it is taken, too. */
        String next() {
            int start = at;
            while (!isAtEnd() && !separates(at)) {
                at++;
            }
            String field = line.text().substring(start, at);
            skipBlank();
            if (!isAtEnd() && separates(at) && !isBlank(at)) {
                at++;
                skipBlank();
            }
            return field;
        }

        List<String> all() {
            List<String> fields = new ArrayList<>();
            while (!isAtEnd()) {
                fields.add(next());
            }
            return fields;
        }

        /** All that is left: one field without its separator, or several as they are, without blanks at the end. */
        String rest() {
            int start = at;
            String field = next();
            if (isAtEnd()) {
                return field;
            }
            int end = line.text().length();
            while (end > start && isBlank(end - 1)) {
                end--;
            }
            return line.text().substring(start, end);
        }
    }
}

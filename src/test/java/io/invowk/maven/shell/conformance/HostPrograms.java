// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.conformance;

import io.invowk.maven.shell.port.ByteSource;
import io.invowk.maven.shell.port.ProgramCall;
import io.invowk.maven.shell.port.Programs;
import io.invowk.maven.shell.port.RunningProgram;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Programs of this machine, their streams copied by threads. */
public final class HostPrograms implements Programs {
    @Override
    public RunningProgram start(ProgramCall call) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(call.program().toString());
        words.addAll(call.arguments());
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(call.directory().toFile());
        builder.environment().clear();
        builder.environment().putAll(call.environment());
        return new HostProgram(builder.start(), call);
    }

    /** One process. */
    private static final class HostProgram implements RunningProgram {
        private final Process process;
        private final Feeder feeder;
        private final Thread output;
        private final Thread errors;

        HostProgram(Process process, ProgramCall call) {
            this.process = process;
            this.feeder = new Feeder(process, call.input());
            this.output = copier(process.getInputStream(), call.output());
            this.errors = copier(process.getErrorStream(), call.errors());
        }

        private static Thread copier(InputStream from, OutputStream to) {
            Thread thread = new Thread(() -> copy(from, to), "host-output");
            thread.setDaemon(true);
            thread.start();
            return thread;
        }

        /** Copies until there is no more, or nobody takes it: then the program is told so by a broken pipe. */
        private static void copy(InputStream from, OutputStream to) {
            byte[] buffer = new byte[64 * 1024];
            try (from) {
                for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                    to.write(buffer, 0, count);
                    to.flush();
                }
            } catch (IOException e) {
                // The program or the reader of its output is gone.
            }
        }

        @Override
        public int waitFor() throws InterruptedException {
            int status = process.waitFor();
            feeder.stop();
            output.join();
            errors.join();
            return status;
        }

        @Override
        public void stop() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Gives a process its input, and gives back what it has not taken. */
    private static final class Feeder {
        /** A pipe takes so much at once or nothing. */
        private static final int ATOMIC = 4096;

        private final ByteSource source;
        private final OutputStream pipe;
        private final Optional<InputStream> otherEnd;
        private final Thread thread;
        private final byte[] buffer = new byte[ATOMIC];
        private int unwritten;
        private volatile boolean stopped;

        Feeder(Process process, ByteSource source) {
            this.source = source;
            this.pipe = process.getOutputStream();
            this.otherEnd = otherEnd(process);
            this.thread = new Thread(this::feed, "host-input");
            thread.setDaemon(true);
            thread.start();
        }

        /** The end of the pipe that the process reads from: what it leaves there can be read when it has ended. */
        private static Optional<InputStream> otherEnd(Process process) {
            try {
                return Optional.of(Files.newInputStream(Path.of("/proc/" + process.pid() + "/fd/0")));
            } catch (IOException e) {
                // The process has ended already, or has closed its input: it takes nothing.
                return Optional.empty();
            }
        }

        private void feed() {
            try {
                while (otherEnd.isPresent() && !stopped) {
                    int count = source.read(buffer, 0, buffer.length);
                    if (count < 0) {
                        break;
                    }
                    unwritten = count;
                    pipe.write(buffer, 0, count);
                    pipe.flush();
                    unwritten = 0;
                }
            } catch (IOException e) {
                // Interrupted, or the process has ended.
            }
            try {
                pipe.close();
            } catch (IOException e) {
                // It is closed when its process has ended.
            }
        }

        /** After the end of the process: takes what is left in the pipe, so that the thread is not stuck there. */
        void stop() throws InterruptedException {
            stopped = true;
            thread.interrupt();
            byte[] rest = {};
            try (InputStream left = otherEnd.orElse(InputStream.nullInputStream())) {
                rest = left.readAllBytes();
            } catch (IOException e) {
                // There is nothing left.
            }
            thread.join();
            source.giveBack(buffer, 0, unwritten);
            source.giveBack(rest, 0, rest.length);
        }
    }
}

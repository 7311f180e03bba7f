// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.process.CommandLine;
import io.invowk.maven.process.ExitStatus;
import io.invowk.maven.process.OpenStreams;
import io.invowk.maven.process.ProcessInput;
import io.invowk.maven.process.StopPolicy;
import io.invowk.maven.process.StreamedProcess;
import io.invowk.maven.shell.port.ByteSource;
import io.invowk.maven.shell.port.ProgramCall;
import io.invowk.maven.shell.port.Programs;
import io.invowk.maven.shell.port.RunningProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Starts the programs of a script as processes; those that use the streams of the script itself get them directly if they can. */
public final class ShellPrograms implements Programs {
    private final OpenStreams streams;

    /** Programs of a script with these streams. */
    public ShellPrograms(OpenStreams streams) {
        this.streams = streams;
    }

    @Override
    public RunningProgram start(ProgramCall call) throws IOException {
        CommandLine commandLine =
                new CommandLine(call.program().toString(), call.arguments(), call.environment(), call.directory());
        Optional<ProcessInput> input = call.input().isNothingBut(streams.input())
                ? Optional.empty()
                : Optional.of(new SharedInput(call.input()));
        StreamedProcess.Ends ends = new StreamedProcess.Ends(
                input, output(call.output(), streams.output()), output(call.errors(), streams.errors()));
        return new Running(StreamedProcess.start(commandLine, ends, streams.isInherited(), StopPolicy.WHOLE_TREE));
    }

    /** @param same what it must be to be handed on */
    private Optional<StreamedProcess.Output> output(OutputStream stream, OutputStream same) {
        if (stream.equals(same) && streams.isDescriptor(stream)) {
            return Optional.empty();
        }
        boolean own = stream.equals(streams.output()) || stream.equals(streams.errors());
        return Optional.of(new StreamedProcess.Output(stream, own));
    }

    /** The input of a script, which its programs share. */
    private record SharedInput(ByteSource source) implements ProcessInput {
        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return source.read(buffer, offset, length);
        }

        @Override
        public void giveBack(byte[] buffer, int offset, int length) {
            source.giveBack(buffer, offset, length);
        }
    }

    private record Running(StreamedProcess process) implements RunningProgram {
        @Override
        public int waitFor() throws InterruptedException {
            ExitStatus status = process.waitFor();
            return status.value();
        }

        @Override
        public void stop() {
            process.stop();
        }
    }
}

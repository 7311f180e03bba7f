// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.ssh;

import io.invowk.maven.process.Children;
import io.invowk.maven.process.CommandLine;
import io.invowk.maven.process.ProcessInput;
import io.invowk.maven.process.StreamedProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.Signal;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/** What a client asks for, by the shell of this machine; it ends with its channel. */
final class HostCommand implements Command {
    static final String SHELL = "/bin/sh";

    /** What a shell says of a program that it does not find. */
    private static final int NOT_FOUND = 127;

    private static final List<Signal> ENDING = List.of(Signal.HUP, Signal.INT, Signal.QUIT, Signal.TERM, Signal.KILL);

    private final Children children;
    private final HostServer.Host host;
    private final String request;
    private InputStream input = InputStream.nullInputStream();
    private OutputStream output = OutputStream.nullOutputStream();
    private OutputStream errors = OutputStream.nullOutputStream();
    private ExitCallback exit = (status, message, close) -> {};
    private volatile @Nullable StreamedProcess process;

    /**
     * A command that is not started yet.
     *
     * @param request all of it is for the shell; empty: a shell without one
     */
    HostCommand(Children children, HostServer.Host host, String request) {
        this.children = children;
        this.host = host;
        this.request = request;
    }

    @Override
    public void setInputStream(InputStream in) {
        input = in;
    }

    @Override
    public void setOutputStream(OutputStream out) {
        output = out;
    }

    @Override
    public void setErrorStream(OutputStream err) {
        errors = err;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment client) throws IOException {
        StreamedProcess.Ends ends = new StreamedProcess.Ends(
                Optional.of(new ClientInput(input)),
                Optional.of(new StreamedProcess.Output(output, true)),
                Optional.of(new StreamedProcess.Output(errors, true)));
        StreamedProcess started;
        try {
            started = children.start(commandLine(client, channel), ends);
        } catch (IOException e) {
            errors.write((e.getMessage() + "\n").getBytes(StandardCharsets.UTF_8));
            errors.flush();
            exit.onExit(NOT_FOUND);
            return;
        }
        process = started;
        client.addSignalListener((from, signal) -> stop(), ENDING);
        Thread waiter = new Thread(() -> await(started), "invowk-ssh");
        waiter.setDaemon(true);
        waiter.start();
    }

    private CommandLine commandLine(Environment client, ChannelSession channel) {
        Map<String, String> variables = new HashMap<>(client.getEnv());
        // the name that was given with the token, whatever it is, is not whose commands they are
        variables.remove(Environment.ENV_USER);
        Map<String, String> environment = new HashMap<>(host.environment());
        environment.putAll(variables);
        if (!(channel instanceof HostChannel asked) || !asked.hasTerminal()) {
            return commandLine(request.isEmpty() ? List.of(SHELL) : List.of(SHELL, "-c", request), environment);
        }
        String command = request.isEmpty() ? SHELL + " -i" : SHELL + " -c " + PseudoTerminal.quoted(request);
        List<String> words = PseudoTerminal.words(command, environment);
        environment.put("SHELL", SHELL);
        return commandLine(words, environment);
    }

    private CommandLine commandLine(List<String> words, Map<String, String> environment) {
        return new CommandLine(words.get(0), words.subList(1, words.size()), environment, host.directory());
    }

    private void await(StreamedProcess started) {
        try {
            exit.onExit(children.await(started).value());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The channel is closed: by the client, or because all is done. */
    @Override
    public void destroy(ChannelSession channel) {
        stop();
    }

    /** Not in the caller's thread, which serves other sessions. */
    private void stop() {
        StreamedProcess started = process;
        if (started != null) {
            Thread stop = new Thread(started::stop, "invowk-stop");
            stop.setDaemon(true);
            stop.start();
        }
    }

    /** What the client sends; nobody else reads it, so what is left over is lost. */
    private record ClientInput(InputStream stream) implements ProcessInput {
        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return stream.read(buffer, offset, length);
        }

        @Override
        public void giveBack(byte[] buffer, int offset, int length) {
            // There is no other reader.
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.channel.PtyCapableChannelSession;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HostServerTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final SshClient client = SshClient.setUpDefaultClient();
    private final Map<String, String> environment =
            new HashMap<>(Map.of("PATH", "/usr/bin:/bin", "USER", "host", "OF_HOST", "of the host"));
    private final Map<String, Object> sent = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String input = "";

    @TempDir
    private Path directory;

    private HostServer server;

    @BeforeEach
    void start() throws IOException {
        server = HostServer.start("127.0.0.1", new HostServer.Host(environment, directory));
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.start();
    }

    @AfterEach
    void stop() {
        server.close();
        client.stop();
    }

    private ClientSession connect(String user, String password) throws IOException {
        ClientSession session =
                client.connect(user, "127.0.0.1", server.port()).verify(LIMIT).getSession();
        session.addPasswordIdentity(password);
        session.auth().verify(LIMIT);
        return session;
    }

    private ClientSession connect() throws IOException {
        return connect("anybody", server.token());
    }

    private int run(String request) throws IOException {
        try (ClientSession session = connect();
                ChannelExec channel = session.createExecChannel(request, null, sent)) {
            return end(channel);
        }
    }

    private int end(ClientChannel channel) throws IOException {
        channel.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        channel.setOut(out);
        channel.setErr(err);
        channel.open().verify(LIMIT);
        channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LIMIT);
        return channel.getExitStatus();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private ProcessHandle process(String file) throws IOException, InterruptedException {
        Path pid = directory.resolve(file);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!Files.exists(pid)) {
            assertThat(System.nanoTime()).as("the command has not started").isLessThan(end);
            Thread.sleep(20);
        }
        return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    }

    private static void awaitEnd(ProcessHandle process) throws Exception {
        process.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void passesTheExitStatusOfTheShellOn() throws IOException {
        assertThat(run("exit 42")).isEqualTo(42);
        assertThat(run("no-such-program")).isEqualTo(127);
        assertThat(run("/")).isEqualTo(126);
        assertThat(run("kill -9 $$")).isEqualTo(137);
    }

    @Test
    void givesAllOfARequestToOneShell() throws IOException {
        assertThat(run("echo \"$OF_HOST\" | tr a-z A-Z; echo 'a  b'")).isZero();
        assertThat(out()).isEqualTo("OF THE HOST\na  b\n");
    }

    @Test
    void keepsTheStreamsApart() throws IOException {
        input = "ä\0b\r\n".repeat(50_000);
        assertThat(run("cat; echo wrong >&2")).isZero();
        assertThat(out()).isEqualTo(input);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("wrong\n");
    }

    @Test
    void doesNotWaitForInputThatNobodyReads() throws IOException {
        input = "x".repeat(1_000_000);
        assertThat(run("exit 3")).isEqualTo(3);
    }

    @Test
    void givesTheHostsVariablesTheClientsAndTheDirectory() throws IOException {
        sent.put("OF_HOST", "of the client");
        sent.put("OF_CLIENT", "x y");
        assertThat(run("echo \"$OF_HOST, $OF_CLIENT, $USER\"; pwd -P; env | grep -c SSH"))
                .isEqualTo(1);
        assertThat(out()).isEqualTo("of the client, x y, host\n" + directory.toRealPath() + "\n0\n");
    }

    @Test
    void readsCommandsWhereNoneIsGiven() throws IOException {
        input = "echo one\nexit 7\n";
        try (ClientSession session = connect();
                ChannelShell channel = session.createShellChannel()) {
            channel.setUsePty(false);
            assertThat(end(channel)).isEqualTo(7);
        }
        assertThat(out()).isEqualTo("one\n");
    }

    @Test
    void givesATerminalToWhoAsksForOne() throws IOException {
        environment.put("SHELL", "/bin/it's");
        server.close();
        start();
        try (ClientSession session = connect();
                ChannelExec channel =
                        session.createExecChannel("test -t 0 && stty size && echo \"$SHELL it's $TERM\"", null, sent)) {
            terminal(channel);
            assertThat(end(channel)).isZero();
        }
        assertThat(out()).isEqualTo("33 99\r\n/bin/it's it's vt100\r\n");
    }

    @Test
    void givesATerminalToWhoHasNone() throws IOException {
        try (ClientSession session = connect();
                ChannelExec channel = session.createExecChannel("test -t 0 && exit 9", null, sent)) {
            channel.setUsePty(true);
            channel.setPtyModes(Map.of());
            channel.setPtyLines(0);
            channel.setPtyColumns(0);
            assertThat(end(channel)).isEqualTo(9);
        }
    }

    @Test
    void givesATerminalToAShellToo() throws IOException {
        input = "test -t 0 && exit 9\n";
        try (ClientSession session = connect();
                ChannelShell channel = session.createShellChannel()) {
            terminal(channel);
            assertThat(end(channel)).isEqualTo(9);
        }
    }

    @Test
    void goesOnWithoutATerminalWhereThereIsNoProgramForIt() throws IOException {
        environment.put("PATH", directory.toString());
        server.close();
        start();
        try (ClientSession session = connect();
                ChannelExec channel = session.createExecChannel("test -t 0; echo $?", null, sent)) {
            terminal(channel);
            assertThat(end(channel)).isZero();
        }
        assertThat(out()).isEqualTo("1\n");
    }

    private static void terminal(PtyCapableChannelSession channel) {
        channel.setUsePty(true);
        channel.setPtyType("vt100");
        channel.setPtyLines(33);
        channel.setPtyColumns(99);
    }

    @Test
    void letsInWhoHasTheTokenAndNobodyElse() throws Exception {
        assertThat(server.token()).matches("[0-9a-f]{64}");
        String other = server.token().replace('0', '1').replace('a', 'b') + "0";
        assertThatThrownBy(() -> connect("invowk", other)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> connect("invowk", " ")).isInstanceOf(IOException.class);
        try (ClientSession session = client.connect("invowk", "127.0.0.1", server.port())
                .verify(LIMIT)
                .getSession()) {
            session.addPublicKeyIdentity(KeyPairGenerator.getInstance("RSA").generateKeyPair());
            assertThatThrownBy(() -> session.auth().verify(LIMIT)).isInstanceOf(IOException.class);
        }
        try (HostServer second = HostServer.start("127.0.0.1", new HostServer.Host(environment, directory))) {
            assertThat(second.token()).isNotEqualTo(server.token());
        }
    }

    @Test
    void forwardsNothing() throws IOException {
        try (ClientSession session = connect()) {
            assertThatThrownBy(() -> session.startRemotePortForwarding(
                            new SshdSocketAddress("127.0.0.1", 0), new SshdSocketAddress("127.0.0.1", 1)))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> session.createDirectTcpipChannel(
                                    new SshdSocketAddress("127.0.0.1", 0),
                                    new SshdSocketAddress("127.0.0.1", server.port()))
                            .open()
                            .verify(LIMIT))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void listensOnOneAddressOnly() throws IOException {
        try (Socket socket = new Socket()) {
            assertThatThrownBy(() -> socket.connect(new InetSocketAddress("127.0.0.2", server.port())))
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> HostServer.start("192.0.2.77", new HostServer.Host(environment, directory)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void endsCommandsOfAClientThatIsGone() throws Exception {
        ProcessHandle sleeper;
        try (ClientSession session = connect();
                ChannelExec channel = session.createExecChannel("sleep 600 & echo $! >p; mv p pid; wait")) {
            channel.open().verify(LIMIT);
            sleeper = process("pid");
        }
        awaitEnd(sleeper);
    }

    @Test
    void endsACommandAtASignal() throws Exception {
        try (ClientSession session = connect();
                ChannelExec channel = session.createExecChannel("sleep 600 & echo $! >p; mv p pid; wait")) {
            channel.open().verify(LIMIT);
            ProcessHandle sleeper = process("pid");
            channel.getSession().writePacket(signal(channel, "TERM"));
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LIMIT);
            assertThat(channel.getExitStatus()).isEqualTo(143);
            awaitEnd(sleeper);
        }
    }

    private static Buffer signal(ClientChannel channel, String name) throws IOException {
        Buffer buffer = channel.getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST, 64);
        buffer.putUInt(channel.getRecipient());
        buffer.putString("signal");
        buffer.putBoolean(false);
        buffer.putString(name);
        return buffer;
    }

    @Test
    void endsAllWhenItIsClosedAndTakesTheTokenBack() throws Exception {
        String token = server.token();
        int port = server.port();
        try (ClientSession session = connect();
                ChannelExec channel = session.createExecChannel("sleep 600 & echo $! >p; mv p pid; wait")) {
            channel.open().verify(LIMIT);
            ProcessHandle sleeper = process("pid");
            server.close();
            awaitEnd(sleeper);
        }
        assertThatThrownBy(() -> client.connect("invowk", "127.0.0.1", port).verify(LIMIT))
                .isInstanceOf(IOException.class);
        assertThat(token).hasSize(64);
    }

    @Test
    void writesNothing() throws IOException {
        assertThat(run("true")).isZero();
        server.close();
        assertThat(directory).isEmptyDirectory();
    }
}

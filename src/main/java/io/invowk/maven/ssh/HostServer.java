// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.ssh;

import io.invowk.maven.process.Children;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;

/**
 * Runs commands on this machine for whoever has the token: it is the password of any user. There is no other way in, and nothing is
 * forwarded. Key and token are made for this one server, and are nowhere but in memory.
 */
public final class HostServer implements AutoCloseable {
    private static final int TOKEN_BYTES = 32;

    /** How long sessions may take to end in good order once their commands have ended. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** Where the library logs: under its own names, and of its classes that are extended here under ours. */
    private static final List<String> LOGGERS = List.of("org.apache.sshd", HostServer.class.getPackageName());

    private final SshServer server;
    private final Children children;
    private final String token;
    private volatile boolean open = true;

    private HostServer(SshServer server, Children children, String token) {
        this.server = server;
        this.children = children;
        this.token = token;
    }

    /**
     * Starts one at a free port.
     *
     * @param address of this machine, the only one that it listens on
     * @param host what its commands are given
     * @throws IOException if it cannot listen there
     */
    public static HostServer start(String address, Host host) throws IOException {
        silenceLibrary();
        Children children = Children.open();
        try {
            HostServer started = new HostServer(SshServer.setUpDefaultServer(), children, newToken());
            started.listen(address, host);
            return started;
        } catch (IOException | RuntimeException e) {
            children.close();
            throw e;
        }
    }

    /**
     * What commands are given.
     *
     * @param environment beside what the client sends
     * @param directory where they work, absolute
     */
    public record Host(Map<String, String> environment, Path directory) {}

    private void listen(String address, Host host) throws IOException {
        server.setHost(address);
        server.setPort(0);
        // named, or the library tells which one it found
        server.setIoServiceFactoryFactory(new Nio2ServiceFactoryFactory());
        server.setKeyPairProvider(KeyPairProvider.wrap(newKey()));
        server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
        server.setPasswordAuthenticator((user, password, session) -> isToken(password));
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setChannelFactories(List.of(HostChannel.factory(host.environment())));
        server.setCommandFactory((channel, request) -> new HostCommand(children, host, request));
        server.setShellFactory(channel -> new HostCommand(children, host, ""));
        // a command may be silent for as long as it likes
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ZERO);
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(server, Duration.ZERO);
        server.start();
    }

    /**
     * Its words would stand between those of commands, in Maven's log, with the values of variables; and at the finest level it tells
     * what it decrypts, passwords too.
     * The properties are those of the loggers of Maven 3 and 4, which read them when a class of the library is loaded.
     */
    private static void silenceLibrary() {
        for (String logger : LOGGERS) {
            System.getProperties().putIfAbsent("org.slf4j.simpleLogger.log." + logger, "off");
            System.getProperties().putIfAbsent("maven.logger.log." + logger, "off");
        }
    }

    private static KeyPair newKey() throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java makes no keys: " + e.getMessage(), e);
        }
    }

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** In a time that tells nothing about the token. */
    private boolean isToken(String password) {
        return open
                && MessageDigest.isEqual(
                        password.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** Where it listens. */
    public int port() {
        return server.getPort();
    }

    /** The password. */
    public String token() {
        return token;
    }

    /** Takes the token back, ends all commands with their descendants, then the sessions. */
    @Override
    public void close() {
        open = false;
        children.close();
        try {
            server.close(false).await(GRACE);
        } catch (IOException e) {
            if (e instanceof InterruptedIOException) {
                Thread.currentThread().interrupt();
            }
        }
        // what has not ended is cut off
        server.close(true);
    }
}

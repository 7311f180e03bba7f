// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.ssh;

import java.io.IOException;
import java.util.Map;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.channel.ChannelSessionFactory;

/** The channel of a command. A terminal is refused where there is no program for it; clients go on without. */
final class HostChannel extends ChannelSession {
    private final Map<String, String> environment;
    private volatile boolean terminal;

    private HostChannel(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Makes such channels, and no others. */
    static ChannelSessionFactory factory(Map<String, String> environment) {
        return new ChannelSessionFactory() {
            @Override
            public Channel createChannel(Session session) {
                return new HostChannel(environment);
            }
        };
    }

    /** Whether the command is to have a terminal. A client without one may ask for it, and then tells nothing of how it is. */
    boolean hasTerminal() {
        return terminal;
    }

    @Override
    protected RequestHandler.Result handlePtyReq(Buffer buffer, boolean wantReply) throws IOException {
        if (!PseudoTerminal.isOffered(environment)) {
            return RequestHandler.Result.ReplyFailure;
        }
        terminal = true;
        return super.handlePtyReq(buffer, wantReply);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.ssh;

import java.io.IOException;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.channel.ChannelSessionFactory;

/** Makes the channels of commands, and of nothing else. A terminal is refused where there is no program for it; clients go on without. */
final class HostChannels extends ChannelSessionFactory {
    private final HostServer.Host host;

    HostChannels(HostServer.Host host) {
        this.host = host;
    }

    @Override
    public Channel createChannel(Session session) {
        return new ChannelSession() {
            @Override
            protected RequestHandler.Result handlePtyReq(Buffer buffer, boolean wantReply) throws IOException {
                return PseudoTerminal.isOffered(host.environment())
                        ? super.handlePtyReq(buffer, wantReply)
                        : RequestHandler.Result.ReplyFailure;
            }
        };
    }
}

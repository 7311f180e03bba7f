// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;

/** The network of this machine. Nothing is sent but a question to the resolver. */
final class HostNetwork implements Network {
    private static final int DNS_PORT = 53;

    @Override
    public boolean hasLocalArea() {
        try {
            for (NetworkInterface candidate : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (candidate.isUp() && !candidate.isLoopback() && leadsOut(candidate)) {
                    return true;
                }
            }
            return false;
        } catch (SocketException e) {
            return false;
        }
    }

    private static boolean leadsOut(NetworkInterface candidate) {
        for (InterfaceAddress entry : candidate.getInterfaceAddresses()) {
            InetAddress address = entry.getAddress();
            if (!address.isLoopbackAddress() && !address.isLinkLocalAddress()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean hasRouteTo(String address) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(address), DNS_PORT));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean resolves(String name) {
        try {
            return InetAddress.getByName(name).getAddress().length > 0;
        } catch (IOException e) {
            return false;
        }
    }
}

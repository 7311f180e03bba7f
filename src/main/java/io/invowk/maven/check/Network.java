// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

/** What can be reached. */
interface Network {
    /** Whether an interface is up that leads out of this machine: its address is neither loopback nor link-local. */
    boolean hasLocalArea();

    /** Whether there is a route to an address. */
    boolean hasRouteTo(String address);

    /** Whether the resolver knows a name. */
    boolean resolves(String name);
}

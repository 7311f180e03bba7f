// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

/** A port of this machine that a command in a container may reach. */
public record HostPort(HostWay way, int number) {}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.engine;

import java.util.OptionalLong;

/**
 * One thing that an earlier call has left on this machine.
 *
 * @param kind {@code container}, {@code directory}, {@code image} or {@code cache}
 * @param engine path of the container engine that has it; empty if none has
 * @param bytes its size, if it is known; of an image all its layers count, those that it shares, too
 * @param reason why it stays, or what the container engine said; else empty
 */
public record Leftover(Action action, String kind, String engine, OptionalLong bytes, String name, String reason) {
    /** What became of it. */
    public enum Action {
        /** It would be removed. */
        FOUND,
        REMOVED,
        /** It is not ours to remove, or in use. */
        STAYS,
        /** It should have been removed. */
        FAILED
    }
}

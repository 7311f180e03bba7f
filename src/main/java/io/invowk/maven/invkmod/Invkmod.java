// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkmod;

import io.invowk.maven.diagnostic.Place;
import java.util.Optional;

/**
 * What the {@code invkmod.cue} of a module says.
 *
 * @param module its name
 * @param nameOrigin where the name stands
 * @param description empty if not given
 * @param requires where it says which modules of others it needs; empty if it needs none
 */
public record Invkmod(String module, Place nameOrigin, Optional<String> description, Optional<Place> requires) {}

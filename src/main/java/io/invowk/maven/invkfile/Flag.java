// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile;

import io.invowk.maven.diagnostic.Place;
import java.util.Optional;

/**
 * A flag of a command.
 *
 * @param defaultValue always text, whatever the type; empty if none
 * @param shortName one letter
 * @param validation RE2 pattern, found anywhere in the value
 */
public record Flag(
        String name,
        String description,
        ValueType type,
        Optional<String> defaultValue,
        boolean required,
        Optional<String> shortName,
        Optional<String> validation,
        Place origin) {}

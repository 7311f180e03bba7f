// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile;

import io.invowk.maven.diagnostic.Place;
import java.util.Optional;

/**
 * A positional argument of a command.
 *
 * @param defaultValue always text, whatever the type; empty if none
 * @param validation RE2 pattern, found anywhere in the value
 * @param variadic whether it takes all words that are left
 */
public record Argument(
        String name,
        String description,
        ValueType type,
        Optional<String> defaultValue,
        boolean required,
        Optional<String> validation,
        boolean variadic,
        Place origin) {}

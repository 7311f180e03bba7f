// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.plan;

import io.invowk.maven.discovery.Word;
import java.util.Optional;

/**
 * An option as the user gave it.
 *
 * @param word the word it was read from
 * @param value what stands after {@code =}, or the word that follows; empty if there is none
 */
record GivenOption(OptionName name, Word word, Optional<Word> value) {}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.syntax;

import io.invowk.maven.diagnostic.Span;
import java.util.Optional;

/**
 * One imported package.
 *
 * @param name the name given to it; without one, the package's own name counts
 * @param path as it was written, unquoted: {@code strings}, {@code path:package}
 * @param pathSpan where the path is, quotes included
 */
public record Import(Span span, Optional<Name> name, String path, Span pathSpan) {}

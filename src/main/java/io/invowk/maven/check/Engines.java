// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import java.io.IOException;
import java.util.Optional;

/** The container engines of this machine. */
public interface Engines {
    /** Why none can be used, what is wrong with each; empty if one can. */
    Optional<String> problem() throws IOException;
}

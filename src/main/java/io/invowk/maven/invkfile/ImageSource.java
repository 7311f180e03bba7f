// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile;

import io.invowk.maven.diagnostic.Place;

/** Where a container's image comes from. */
public sealed interface ImageSource {
    /** Where it was written. */
    Place origin();

    /** An image by name. */
    record Image(String name, Place origin) implements ImageSource {}

    /** An image that is built from a file, relative to the invkfile's directory. */
    record Containerfile(String path, Place origin) implements ImageSource {}
}

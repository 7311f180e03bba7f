// SPDX-License-Identifier: Apache-2.0
/**
 * The container engine scripts: unpacks them, calls one verb, reads its report; knows no option of podman or docker.
 */
@NullMarked
package io.invowk.maven.engine;

import org.jspecify.annotations.NullMarked;

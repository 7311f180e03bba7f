// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.eval;

/** A vertex that took over the conjuncts of another one and wants the later ones, too. */
interface Listener {
    void added(Conjunct conjunct);
}

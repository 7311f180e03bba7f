// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.discovery;

import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;

/**
 * One word of what the user asked for, quotes removed.
 *
 * @param place where it stands in what the user wrote, quotes included
 */
public record Word(String text, Place place) {
    /**
     * A text that is one word as a whole.
     *
     * @param source what messages call it, usually the parameter it was given in
     */
    public static Word whole(String source, String text) {
        return new Word(text, new Place(new SourceText(source, text), new Span(0, text.length())));
    }
}

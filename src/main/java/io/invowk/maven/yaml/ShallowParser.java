// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.yaml;

import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;

/** Ends at sequences and mappings that are nested too deep, before the time it takes to find their ends. */
final class ShallowParser implements Parser {
    private final Parser events;
    private final int maxDepth;
    private int depth;

    ShallowParser(Parser events, int maxDepth) {
        this.events = events;
        this.maxDepth = maxDepth;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return events.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return events.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return events.hasNext();
    }

    @Override
    public Event next() {
        Event event = events.next();
        if (event instanceof CollectionStartEvent) {
            depth++;
        } else if (event instanceof CollectionEndEvent) {
            depth--;
        }
        if (depth > maxDepth) {
            throw new YamlEngineException("more than " + maxDepth + " levels");
        }
        return event;
    }
}

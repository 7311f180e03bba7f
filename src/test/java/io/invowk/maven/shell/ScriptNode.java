// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A part of a generated script: it knows what of it can be left out, so that a script that fails can be made small. */
sealed interface ScriptNode {
    /** As it stands in the script. */
    String text();

    /** The same with one thing less, the greatest things first; each is a script that ends, too. */
    Stream<ScriptNode> smaller();

    /** Text that stays. */
    record Text(String text) implements ScriptNode {
        @Override
        public Stream<ScriptNode> smaller() {
            return Stream.empty();
        }
    }

    /** Parts that stay, one behind the other. */
    record Sequence(List<ScriptNode> parts) implements ScriptNode {
        private static final Pattern LEAVES = Pattern.compile("\\b(break|continue|return)\\b");
        private static final ScriptNode OPEN = new Text("{\n");
        private static final ScriptNode CLOSE = new Text("\n}");

        public Sequence {
            parts = List.copyOf(parts);
        }

        @Override
        public String text() {
            return parts.stream().map(ScriptNode::text).collect(Collectors.joining());
        }

        /** Whether these are commands in braces. */
        boolean isGroup() {
            return parts.size() == 3
                    && parts.get(0).equals(OPEN)
                    && parts.get(2).equals(CLOSE);
        }

        /** Also the commands without the loop, function or subshell around them, unless they leave it. */
        @Override
        public Stream<ScriptNode> smaller() {
            String text = text();
            Stream<ScriptNode> groups = parts.stream()
                    .filter(part -> part instanceof Members members && members.isList())
                    .filter(part -> !LEAVES.matcher(part.text()).find())
                    .map(part -> (ScriptNode) new Sequence(List.of(OPEN, part, CLOSE)))
                    .filter(group -> group.text().length() < text.length());
            return Stream.concat(groups, withSmaller(parts).map(Sequence::new));
        }
    }

    /**
     * Parts that can be left out.
     *
     * @param none what stands there without any
     */
    record Members(List<ScriptNode> nodes, String separator, String none) implements ScriptNode {
        public Members {
            nodes = List.copyOf(nodes);
        }

        /** Whether these are commands. */
        boolean isList() {
            return separator.equals("\n");
        }

        @Override
        public String text() {
            return nodes.isEmpty() ? none : nodes.stream().map(ScriptNode::text).collect(Collectors.joining(separator));
        }

        @Override
        public Stream<ScriptNode> smaller() {
            Stream<List<ScriptNode>> without = IntStream.range(0, nodes.size()).mapToObj(i -> {
                List<ScriptNode> fewer = new ArrayList<>(nodes);
                fewer.remove(i);
                return fewer;
            });
            Stream<List<ScriptNode>> flat = IntStream.range(0, isList() ? nodes.size() : 0)
                    .filter(i -> nodes.get(i) instanceof Sequence sequence && sequence.isGroup())
                    .mapToObj(i -> {
                        List<ScriptNode> flatter = new ArrayList<>(nodes);
                        flatter.set(i, ((Sequence) nodes.get(i)).parts().get(1));
                        return flatter;
                    });
            return Stream.of(without, flat, withSmaller(nodes))
                    .flatMap(changed -> changed)
                    .map(changed -> new Members(changed, separator, none));
        }
    }

    /** A part in single quotes. */
    record Quoted(ScriptNode node) implements ScriptNode {
        @Override
        public String text() {
            return "'" + node.text().replace("'", "'\\''") + "'";
        }

        @Override
        public Stream<ScriptNode> smaller() {
            return node.smaller().map(Quoted::new);
        }
    }

    /** These parts with one of them smaller. */
    private static Stream<List<ScriptNode>> withSmaller(List<ScriptNode> nodes) {
        return IntStream.range(0, nodes.size())
                .boxed()
                .flatMap(i -> nodes.get(i).smaller().map(less -> {
                    List<ScriptNode> changed = new ArrayList<>(nodes);
                    changed.set(i, less);
                    return changed;
                }));
    }
}

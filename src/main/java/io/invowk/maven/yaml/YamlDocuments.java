// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.yaml;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/** Reads YAML texts; aliases are replaced by what they stand for. */
public final class YamlDocuments {
    private static final Tag PLAIN = new Tag("plain");
    private static final String STANDARD = "tag:yaml.org,2002:";
    private static final int MAX_DEPTH = 500;
    /** Aliases in aliases multiply. */
    private static final int MAX_NODES = 1_000_000;

    private int nodes;

    private YamlDocuments() {}

    /**
     * The documents of a text.
     *
     * @throws InvalidYamlException if it is no YAML, or too large once its aliases are replaced
     */
    public static List<YamlNode> parse(String text) throws InvalidYamlException {
        LoadSettings settings = LoadSettings.builder()
                .setLabel("yaml")
                .setAllowDuplicateKeys(true)
                .setSchema(new UntypedSchema())
                .build();
        YamlDocuments documents = new YamlDocuments();
        List<YamlNode> found = new ArrayList<>();
        try {
            Parser parser = new ParserImpl(settings, new StreamReader(settings, text));
            Composer composer = new Composer(settings, new ShallowParser(parser, MAX_DEPTH));
            while (composer.hasNext()) {
                found.add(documents.node(composer.next(), 0));
            }
        } catch (MarkedYamlEngineException e) {
            String where = e.getProblemMark()
                    .map(mark -> "line " + (mark.getLine() + 1) + ": ")
                    .orElse("");
            throw new InvalidYamlException(where + e.getProblem());
        } catch (YamlEngineException e) {
            throw new InvalidYamlException(String.valueOf(e.getMessage()));
        }
        return found;
    }

    /** Leaves it to the reader what a plain scalar is. */
    private static final class UntypedSchema extends JsonSchema {
        @Override
        public ScalarResolver getScalarResolver() {
            return (value, implicit) -> implicit ? PLAIN : Tag.STR;
        }
    }

    private YamlNode node(Node node, int depth) throws InvalidYamlException {
        nodes++;
        if (depth > MAX_DEPTH || nodes > MAX_NODES) {
            throw new InvalidYamlException("more than " + MAX_DEPTH + " levels or " + MAX_NODES + " nodes");
        }
        if (node instanceof ScalarNode scalar) {
            Tag tag = scalar.getTag();
            boolean plain = tag.equals(PLAIN) && scalar.getScalarStyle() == ScalarStyle.PLAIN;
            boolean untagged = plain || tag.equals(PLAIN) || tag.equals(Tag.STR);
            return new YamlNode.Scalar(
                    scalar.getValue(), plain, untagged ? "" : tag.getValue().replace(STANDARD, "!!"));
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> elements = new ArrayList<>();
            for (Node element : sequence.getValue()) {
                elements.add(node(element, depth + 1));
            }
            return new YamlNode.Sequence(elements);
        }
        List<YamlNode.Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            entries.add(new YamlNode.Entry(node(tuple.getKeyNode(), depth + 1), node(tuple.getValueNode(), depth + 1)));
        }
        return new YamlNode.Mapping(entries);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What Eclipse is told names every goal, so that none is "not covered by lifecycle configuration". */
class LifecycleMappingTest {
    @Test
    void namesEveryGoal() throws Exception {
        Document mapping = read("/META-INF/m2e/lifecycle-mapping-metadata.xml");
        assertThat(goals(mapping)).containsExactlyInAnyOrderElementsOf(goals(read("/META-INF/maven/plugin.xml")));
        assertThat(mapping.getElementsByTagName("ignore").getLength())
                .isEqualTo(mapping.getElementsByTagName("action").getLength());
    }

    private static Document read(String resource) throws Exception {
        try (InputStream in = Objects.requireNonNull(LifecycleMappingTest.class.getResourceAsStream(resource))) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }

    private static List<String> goals(Document document) {
        List<String> texts = new ArrayList<>();
        NodeList nodes = document.getElementsByTagName("goal");
        for (int i = 0; i < nodes.getLength(); i++) {
            String parent = nodes.item(i).getParentNode().getNodeName();
            if (parent.equals("mojo") || parent.equals("goals")) {
                texts.add(nodes.item(i).getTextContent().strip());
            }
        }
        return texts;
    }
}

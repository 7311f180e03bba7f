// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cuefile.Fields;
import io.invowk.maven.cuefile.FileProblem.Kind;
import io.invowk.maven.cuefile.Finding;
import io.invowk.maven.cuefile.Findings;
import io.invowk.maven.cuefile.Text;
import io.invowk.maven.invkfile.ImageSource;
import io.invowk.maven.invkfile.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields that only a container runtime has. */
final class ContainerDecoder {
    private static final String IMAGE = "image";
    private static final String CONTAINERFILE = "containerfile";

    private final Findings findings;

    ContainerDecoder(Findings findings) {
        this.findings = findings;
    }

    /**
     * What the fields say.
     *
     * @param image empty if neither an image nor a containerfile is given, or with a problem only
     */
    record Parts(boolean hostSsh, Optional<ImageSource> image, List<Volume> volumes, List<String> ports) {}

    Parts decode(Fields fields) {
        return new Parts(fields.bool("enable_host_ssh"), imageSource(fields), volumes(fields), ports(fields));
    }

    /** Reports a container without an image, or with two. */
    void requireOneImage(Fields fields) {
        boolean image = fields.names().contains(IMAGE) && !isEmptyImage(fields);
        boolean containerfile = fields.names().contains(CONTAINERFILE);
        if (image && containerfile) {
            findings.add(fields.atLabel(Kind.STRUCT, CONTAINERFILE, "container has both an image and a containerfile")
                    .also("also set here", fields.label(IMAGE))
                    .help("remove one of them"));
        } else if (!image && !containerfile) {
            findings.add(Finding.of(Kind.STRUCT, fields.node(), "container has no image")
                    .atOpening()
                    .help("add image: \"...\" or containerfile: \"...\""));
        }
    }

    private static boolean isEmptyImage(Fields fields) {
        Text image = fields.text(IMAGE);
        return image.value().isPresent() && image.orStandIn().isEmpty();
    }

    private Optional<ImageSource> imageSource(Fields fields) {
        Optional<ImageSource> image = image(fields);
        Optional<ImageSource> containerfile = containerfile(fields);
        return image.isPresent() ? image : containerfile;
    }

    private static Optional<ImageSource> image(Fields fields) {
        Text image = fields.text(IMAGE);
        if (image.notEmptyValue().isEmpty()) {
            return Optional.empty();
        }
        Text name = image.obeys(Kind.STRUCT, new ImageName());
        return name.value().isPresent()
                ? Optional.of(
                        new ImageSource.Image(name.orStandIn(), name.node().place()))
                : Optional.empty();
    }

    private static Optional<ImageSource> containerfile(Fields fields) {
        Text path = fields.text(CONTAINERFILE);
        if (path.value().isEmpty()) {
            return Optional.empty();
        }
        Text valid = path.obeys(Kind.STRUCT, new ContainerfilePath());
        return valid.value().isPresent()
                ? Optional.of(new ImageSource.Containerfile(
                        valid.orStandIn(), valid.node().place()))
                : Optional.empty();
    }

    private List<Volume> volumes(Fields fields) {
        List<Volume> volumes = new ArrayList<>();
        for (Text text : fields.texts("volumes")) {
            Text volume = text.obeys(Kind.STRUCT, new VolumeMapping());
            if (volume.value().isPresent()) {
                volumes.add(
                        VolumeMapping.split(volume.orStandIn(), volume.node().place()));
            }
        }
        return volumes;
    }

    private List<String> ports(Fields fields) {
        List<String> ports = new ArrayList<>();
        for (Text text : fields.texts("ports")) {
            Text port = text.obeys(Kind.STRUCT, new PortMapping());
            if (port.value().isPresent()) {
                ports.add(port.orStandIn());
            }
        }
        return ports;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile.decode;

import io.invowk.maven.cue.value.Value;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.invkfile.ImageSource;
import io.invowk.maven.invkfile.Volume;
import io.invowk.maven.invkfile.decode.InvkfileProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields that only a container runtime has. */
final class ContainerDecoder {
    private static final int MAX_CONTAINERFILE_CODE_POINTS = 4096;
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
        boolean image = fields.value(IMAGE).filter(node -> !isEmptyText(node)).isPresent();
        boolean containerfile = fields.value(CONTAINERFILE).isPresent();
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

    private static boolean isEmptyText(Node node) {
        return node.value() instanceof Value.Str text && text.value().isEmpty();
    }

    private Optional<ImageSource> imageSource(Fields fields) {
        Text image = fields.text(IMAGE).maxCodePoints(ImageName.MAX_CODE_POINTS);
        Text containerfile = fields.text(CONTAINERFILE)
                .notEmpty()
                .maxCodePoints(MAX_CONTAINERFILE_CODE_POINTS)
                .check(
                        Kind.SCHEMA,
                        path -> !path.startsWith("/") && !path.contains(".."),
                        path -> "containerfile " + Quoted.of(path) + " is absolute or has \"..\"",
                        "a path below the directory of the invkfile")
                .obeys(Kind.STRUCT, new ContainerfilePath());
        List<ImageSource> sources = new ArrayList<>();
        if (image.notEmptyValue().isPresent()) {
            image.obeys(Kind.STRUCT, new ImageName())
                    .ifPresent((name, node) -> sources.add(new ImageSource.Image(name, node.place())));
        }
        containerfile.ifPresent((path, node) -> sources.add(new ImageSource.Containerfile(path, node.place())));
        return sources.stream().findFirst();
    }

    private List<Volume> volumes(Fields fields) {
        List<Volume> volumes = new ArrayList<>();
        for (Text text : fields.texts("volumes")) {
            text.obeys(Kind.STRUCT, new VolumeMapping())
                    .ifPresent((volume, node) -> volumes.add(VolumeMapping.split(volume, node.place())));
        }
        return volumes;
    }

    private List<String> ports(Fields fields) {
        return fields.texts("ports").stream()
                .flatMap(port -> port.obeys(Kind.STRUCT, new PortMapping()).value().stream())
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.invkfile;

import io.invowk.maven.diagnostic.Place;
import java.util.List;
import java.util.Optional;

/** Where one implementation may run; one element of {@code runtimes} in an invkfile. */
public sealed interface RuntimeConfig {
    /** Which host variables the script sees. */
    EnvInherit inherit();

    /** Where it was written. */
    Place origin();

    /** Which kind this is. */
    RuntimeKind kind();

    /** One method per kind: a new kind fails to compile wherever kinds are told apart. */
    <R> R match(Cases<R> cases);

    /**
     * On the host, in its shell or an interpreter.
     *
     * @param interpreter as written, empty if not given
     */
    record Native(EnvInherit inherit, Optional<String> interpreter, Place origin) implements RuntimeConfig {
        @Override
        public RuntimeKind kind() {
            return RuntimeKind.NATIVE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.onNative(this);
        }
    }

    /** In the embedded POSIX shell. */
    record Virtual(EnvInherit inherit, Place origin) implements RuntimeConfig {
        @Override
        public RuntimeKind kind() {
            return RuntimeKind.VIRTUAL;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.onVirtual(this);
        }
    }

    /**
     * In a container.
     *
     * @param volumes as written, {@code host:container[:options]}
     * @param ports as written, {@code [[ip:]host:]container[/protocol]}
     */
    record Container(
            EnvInherit inherit,
            Optional<String> interpreter,
            boolean enableHostSsh,
            ImageSource image,
            List<Volume> volumes,
            List<String> ports,
            Place origin)
            implements RuntimeConfig {
        public Container {
            volumes = List.copyOf(volumes);
            ports = List.copyOf(ports);
        }

        /** The same without a port, and without access to the host. */
        public Container closed() {
            return new Container(inherit, interpreter, false, image, volumes, List.of(), origin);
        }

        @Override
        public RuntimeKind kind() {
            return RuntimeKind.CONTAINER;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.onContainer(this);
        }
    }

    /** What to do for each kind. */
    interface Cases<R> {
        R onNative(Native config);

        R onVirtual(Virtual config);

        R onContainer(Container config);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.invowk.maven.invkfile.DependsOn.Capability;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The row capabilities of the table in execution.md §8. */
class CapabilitiesTest {
    private final List<String> asked = new ArrayList<>();
    private boolean localArea = true;
    private String route = "208.67.222.222";
    private Runnable resolver = () -> {};
    private boolean resolved = true;
    private Engines engines = Optional::empty;

    private final Network network = new Network() {
        @Override
        public boolean hasLocalArea() {
            asked.add("local");
            return localArea;
        }

        @Override
        public boolean hasRouteTo(String address) {
            asked.add(address);
            return address.equals(route);
        }

        @Override
        public boolean resolves(String name) {
            asked.add(name);
            resolver.run();
            return resolved;
        }
    };

    private Optional<String> problem(Capability capability) {
        return new Capabilities(engines, network, false).problem(capability);
    }

    @Test
    void theInternetIsARouteToOneOfThreeAddressesAndAResolverThatWorks() {
        assertThat(problem(Capability.INTERNET)).isEmpty();
        assertThat(asked).containsExactly("local", "8.8.8.8", "1.1.1.1", "208.67.222.222", "dns.google");
        resolved = false;
        assertThat(problem(Capability.INTERNET)).hasValue("the name dns.google cannot be resolved");
        route = "";
        assertThat(problem(Capability.INTERNET)).hasValue("no route to any of 8.8.8.8, 1.1.1.1, 208.67.222.222");
    }

    @Test
    void withoutALocalNetworkThereIsNoInternet() {
        localArea = false;
        assertThat(problem(Capability.INTERNET)).isEqualTo(problem(Capability.LOCAL_AREA_NETWORK));
        assertThat(problem(Capability.LOCAL_AREA_NETWORK))
                .hasValue("no network interface that is up has an address other than loopback and link-local");
        assertThat(asked).containsOnly("local");
    }

    @Test
    void doesNotWaitForAResolverThatHangs() {
        CountDownLatch never = new CountDownLatch(1);
        resolver = () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        assertThat(problem(Capability.INTERNET)).hasValue("no answer after 5 s");
        never.countDown();
    }

    @Test
    void saysOfEachContainerEngineWhyItIsNone() {
        assertThat(problem(Capability.CONTAINERS)).isEmpty();
        engines = () -> Optional.of("podman: not on PATH; docker: not on PATH");
        assertThat(problem(Capability.CONTAINERS)).hasValue("podman: not on PATH; docker: not on PATH");
        engines = () -> {
            throw new IOException("no sh");
        };
        assertThat(problem(Capability.CONTAINERS)).hasValue("container engines could not be asked: no sh");
    }

    @Test
    void asksForEachThingOnce() {
        Capabilities capabilities = new Capabilities(engines, network, false);
        capabilities.problem(Capability.LOCAL_AREA_NETWORK);
        capabilities.problem(Capability.LOCAL_AREA_NETWORK);
        assertThat(asked).hasSize(1);
    }

    @Test
    void theOwnNetworkAnswers() {
        Network own = new HostNetwork();
        assertThat(own.resolves("name.invalid")).isFalse();
        assertThat(own.hasRouteTo("127.0.0.1")).isTrue();
    }
}

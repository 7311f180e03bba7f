// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VariablesTest {
    private static final DynamicValues NONE = new DynamicValues() {
        @Override
        public @Nullable String value(String name) {
            return null;
        }

        @Override
        public @Nullable Variable array(String name) {
            return null;
        }

        @Override
        public boolean assign(String name, String value) {
            return false;
        }
    };

    private final Variables variables = new Variables(NONE);

    @Test
    void aScopeHidesAndRestores() {
        variables.assign("x", "outer");
        variables.enterScope();
        variables.declareLocal("x").setValue("inner");
        variables.declareLocal("y").setValue("new");
        assertThat(variables.value("x")).isEqualTo("inner");
        variables.leaveScope();
        assertThat(variables.value("x")).isEqualTo("outer");
        assertThat(variables.value("y")).isNull();
    }

    @Test
    void aCopyChangesOnItsOwn() {
        variables.assign("x", "1");
        variables.get("a").setElement(3, "three");
        Variables copy = variables.copy(NONE);
        copy.assign("x", "2");
        copy.get("a").setElement(3, "four");
        assertThat(variables.value("x")).isEqualTo("1");
        assertThat(variables.get("a").element(3)).isEqualTo("three");
    }

    @Test
    void referencesLeadToTheirTarget() {
        variables.get("r").setValue("x");
        variables.getDirectly("r").set(Attribute.REFERENCE, true);
        variables.assign("r", "through");
        assertThat(variables.value("x")).isEqualTo("through");
    }

    @Test
    void referencesInACircleEnd() {
        variables.get("a").setValue("b");
        variables.get("b").setValue("a");
        variables.getDirectly("a").set(Attribute.REFERENCE, true);
        variables.getDirectly("b").set(Attribute.REFERENCE, true);
        assertThat(variables.value("a")).isNull();
    }

    @Test
    void readOnlyVariablesStay() {
        variables.assign("x", "1");
        variables.get("x").set(Attribute.READ_ONLY, true);
        assertThatThrownBy(() -> variables.assign("x", "2")).isInstanceOf(ReadOnlyException.class);
        assertThatThrownBy(() -> variables.unset("x")).isInstanceOf(ReadOnlyException.class);
    }
}

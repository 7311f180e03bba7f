// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** States which package may use which; the flow between the stages goes one way. */
class PackageRulesTest {
    private static final String BASE = "io.invowk.maven";

    /** What every package may use. */
    private static final List<String> EVERYWHERE = List.of("java..", "org.jspecify.annotations");

    /** Each package, and what it may use besides: packages below the base, or libraries with their full name. */
    private static final Map<String, List<String>> MAY_USE = table(
            row("diagnostic"),
            row("host"),
            row("regexp", "com.google.re2j"),
            row("yaml", "org.snakeyaml.engine.."),
            row("toml", "org.tomlj"),
            row("process", "host", "org.apache.commons.exec.."),
            row("cue.syntax", "diagnostic"),
            row("cue.compile", "cue.syntax", "diagnostic"),
            row("cue.value", "diagnostic"),
            row("cue.builtin", "cue.value", "regexp", "yaml", "toml", "diagnostic", "javax.crypto.."),
            row("cue.eval", "cue.compile", "cue.value", "cue.builtin", "diagnostic"),
            row("cue", "cue.syntax", "cue.compile", "cue.value", "cue.builtin", "cue.eval", "diagnostic"),
            row("invkfile", "diagnostic"),
            row("cuefile", "cue", "cue.value", "diagnostic"),
            row("invkfile.decode", "invkfile", "cuefile", "cue", "cue.value", "regexp", "diagnostic"),
            row("invkmod", "cuefile", "cue.value", "diagnostic"),
            row("config", "cuefile", "cue.value", "host", "diagnostic"),
            row("discovery", "invkfile", "invkfile.decode", "invkmod", "cuefile", "host", "diagnostic"),
            row("plan", "invkfile", "discovery", "host", "regexp", "diagnostic"),
            row("shell.text"),
            row("shell.syntax", "shell.text", "diagnostic"),
            row("shell.pattern"),
            row("shell.archive", "org.apache.commons.compress.."),
            row("shell.utility", "shell.archive", "shell.text"),
            row("shell.state"),
            row("shell.port"),
            row("shell.expand", "shell.syntax", "shell.pattern", "shell.state", "shell.text", "diagnostic"),
            row(
                    "shell.interp",
                    "shell.syntax",
                    "shell.pattern",
                    "shell.expand",
                    "shell.state",
                    "shell.port",
                    "shell.utility",
                    "shell.text",
                    "regexp",
                    "diagnostic"),
            row("shell", "shell.interp", "shell.syntax", "shell.port", "diagnostic"),
            row("ssh", "process", "org.apache.sshd.."),
            row("engine", "process", "host", "diagnostic"),
            row("runtime", "plan", "invkfile", "shell", "shell.port", "engine", "process", "host", "diagnostic"),
            row("check", "plan", "invkfile", "runtime", "process", "host", "regexp", "diagnostic"),
            row(
                    "app",
                    "cuefile",
                    "invkmod",
                    "config",
                    "diagnostic",
                    "host",
                    "regexp",
                    "process",
                    "cue",
                    "cue.value",
                    "invkfile",
                    "invkfile.decode",
                    "discovery",
                    "plan",
                    "ssh",
                    "engine",
                    "runtime",
                    "check"),
            row(
                    "mojo",
                    "app",
                    "host",
                    "diagnostic",
                    "org.apache.maven..",
                    "org.codehaus.plexus.util..",
                    "javax.inject",
                    "javax.xml..",
                    "org.w3c.dom..",
                    "org.xml.sax.."));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    private static Collection<String> packages() {
        return MAY_USE.keySet();
    }

    @Test
    void everyPackageStandsInTheTable() {
        Set<String> found = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(BASE.length() + 1))
                .collect(Collectors.toSet());
        assertThat(MAY_USE.keySet()).containsAll(found);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void usesOnlyWhatItMay(String name) {
        List<String> allowed = new ArrayList<>(EVERYWHERE);
        allowed.add(BASE + "." + name);
        MAY_USE.get(name).forEach(use -> allowed.add(MAY_USE.containsKey(use) ? BASE + "." + use : use));
        classes()
                .that()
                .resideInAPackage(BASE + "." + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void haveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching(BASE + ".(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void onlyProcessStartsProcesses() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".process")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Runtime.class)
                .check(CLASSES);
    }

    @Test
    void onlyHostReadsTheEnvironment() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".host")
                .should()
                .callMethodWhere(readsTheEnvironment())
                .check(CLASSES);
    }

    @Test
    void theInsideOfTheShellIsSeenOnlyInside() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + ".shell", BASE + ".shell..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        BASE + ".shell.syntax",
                        BASE + ".shell.pattern",
                        BASE + ".shell.expand",
                        BASE + ".shell.state",
                        BASE + ".shell.interp")
                .check(CLASSES);
    }

    @Test
    void theInsideOfCueIsSeenOnlyInside() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + ".cue", BASE + ".cue..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        BASE + ".cue.syntax", BASE + ".cue.compile", BASE + ".cue.builtin", BASE + ".cue.eval")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaMethodCall> readsTheEnvironment() {
        return DescribedPredicate.describe(
                "System.getenv",
                call -> call.getTargetOwner().isEquivalentTo(System.class)
                        && call.getName().equals("getenv"));
    }

    private static List<String> row(String... words) {
        return Arrays.asList(words);
    }

    @SafeVarargs
    private static Map<String, List<String>> table(List<String>... rows) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        for (List<String> row : rows) {
            table.put(row.get(0), row.subList(1, row.size()));
        }
        return table;
    }
}

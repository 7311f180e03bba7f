// SPDX-License-Identifier: Apache-2.0
package org.example.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Generated invkfiles: of long commands, as people write them, or of short ones, so that 10,000 are within 5 MiB. */
final class InvkfileText {
    private static final String HEAD = """
            // Generated.
            _image: "debian:stable-slim"
            env: vars: {PROJECT: "bench", LEVEL: "info"}
            cmds: [
            """;

    private static final String LONG = """
            	{
            		name:        "module%1$d build"
            		description: "Builds module %1$d and runs its checks"
            		workdir:     "modules/m%1$d"
            		env: {
            			files: ["m%1$d.env?"]
            			vars: {
            				MODULE: "m%1$d"
            				PORT:   "%2$d"
            			}
            		}
            		implementations: [{
            			script: \"""
            				set -eu
            				make -C modules/m%1$d all
            				make -C modules/m%1$d check
            				\"""
            			platforms: [{name: "linux"}, {name: "macos"}]
            			runtimes: [{name: "native", interpreter: "bash"}, {name: "virtual"}]
            		}, {
            			script: "./build-m%1$d.sh"
            			platforms: [{name: "linux"}]
            			runtimes: [{name: "container", image: _image, volumes: ["./m%1$d:/m%1$d:ro"], ports: ["%2$d:80"]}]
            		}]
            		flags: [
            			{name: "level", description: "how much to build", type: "int", default_value: "1", short: "l"},
            			{name: "verbose", description: "prints more", type: "bool"},
            			{name: "target", description: "what to build", validation: "^[a-z]+$"},
            		]
            		args: [{name: "files", description: "the files to build", variadic: true}]
            		depends_on: tools: [{alternatives: ["make", "gmake"]}]
            	},
            """;

    private static final String SHORT = """
            	{
            		name:        "module%1$d build"
            		description: "Builds module %1$d and runs its checks"
            		env: vars: MODULE: "m%1$d"
            		implementations: [{
            			script: "make -C modules/m%1$d all check"
            			runtimes: [{name: "native"}, {name: "container", image: _image}]
            		}]
            		flags: [{name: "level", description: "how much to build", type: "int", default_value: "1"}]
            	},
            """;

    private InvkfileText() {}

    /** An invkfile of so many commands of 32 lines and 1,000 bytes each. */
    static String ofLong(int commands) {
        return text(LONG, commands);
    }

    /** An invkfile of so many commands of 10 lines and 360 bytes each. */
    static String ofShort(int commands) {
        return text(SHORT, commands);
    }

    private static String text(String command, int commands) {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < commands; i++) {
            text.append(command.formatted(i, 1024 + i % 60_000));
        }
        return text.append("]\n").toString();
    }

    /** Writes an invkfile of 103 long commands: 3,300 lines, 100 kB. The argument is where to. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), ofLong(103));
    }
}

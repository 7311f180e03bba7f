// SPDX-License-Identifier: Apache-2.0
package org.example.bench;

import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.invkfile.Invkfile;
import io.invowk.maven.invkfile.decode.InvkfileReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Text to records: parse, evaluate, judge by the schema, decode; in a heap of 256 MB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ValidateBenchmark {
    private static final Path FILE = Path.of("/bench/invkfile.cue");

    /** {@code 103-long} is the file of 3,300 lines, the others are for growth. */
    @Param({"103-long", "10", "100", "1000", "10000"})
    public String commands;

    private String text;

    /** Makes the text. */
    @Setup
    public void generate() {
        text = commands.equals("103-long")
                ? InvkfileText.ofLong(103)
                : InvkfileText.ofShort(Integer.parseInt(commands));
    }

    /** The records, all of them right. */
    @Benchmark
    public Invkfile validate() {
        return InvkfileReader.decode(new SourceText("invkfile.cue", text), FILE).orThrow();
    }

    /** Prints a line for each file: commands, microseconds. */
    public static void main(String[] args) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(ValidateBenchmark.class.getName())
                .forks(1)
                .jvmArgs("-Xmx256m")
                .warmupIterations(6)
                .warmupTime(TimeValue.seconds(5))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(5))
                .verbosity(VerboseMode.SILENT);
        for (RunResult result : new Runner(options.build()).run()) {
            System.out.printf(
                    "%s %.0f%n",
                    result.getParams().getParam("commands"),
                    result.getPrimaryResult().getScore());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
/**
 * The CUE language: source texts in, a finished value or diagnostics out.
 *
 * <p>{@link io.invowk.maven.cue.Cue} evaluates a file, or an expression that sees the names of a file:
 *
 * <pre>{@code
 * Evaluation evaluation = Cue.evaluate(new SourceText("greeting.cue", "who: *\"world\" | string\nhello: \"hello \\(who)\""));
 * String json = JsonText.of(evaluation.value().orElseThrow());
 * }</pre>
 *
 * <p>An {@link io.invowk.maven.cue.Evaluation} has a value or errors, never both; a user's mistake is never an exception.
 * A {@link io.invowk.maven.cue.value.Value} is concrete, with defaults taken, and every part of it knows where it was
 * written and which references brought it to where it is used. Errors come in the order they are shown, each with its
 * kind, the path of the value and a diagnostic.
 *
 * <p>{@link io.invowk.maven.cue.Schema} judges finished values by a definition of a CUE file. A value that fits comes
 * back with what the definition adds; for one that does not, each violation says what is wrong, in words that attributes
 * of the file supply:
 *
 * <pre>{@code
 * Schema schema = Schema.of(
 *         new SourceText("schema.cue", "#Server: {host!: string, port: int & <1024 @problem(\"{label} is not reserved\")}"),
 *         "#Server");
 * Judgement judgement = schema.judge(value);
 * }</pre>
 *
 * <p>Nothing here reads files, a clock or the environment. Limits on depth, number of values, steps and alternatives end
 * what would take too long or too much memory, each with an error of its own that no ordinary file meets.
 *
 * <p>The rest of the plugin sees only this package and {@code cue.value}.
 *
 * <p>What no ordinary file reaches ends with an error: files of more than 5 MiB, source nested more than 200 levels
 * deep, fields nested more than 1,000 levels deep, 1,000,000 values, 10,000,000 steps, 10,000 alternatives left at one
 * value or 100,000 tried in all, strings repeated more than 1,000,000 times, exponents beyond 100,000.
 */
@NullMarked
package io.invowk.maven.cue;

import org.jspecify.annotations.NullMarked;

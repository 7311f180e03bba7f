// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.compile;

import io.invowk.maven.diagnostic.Place;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names that every file knows: types and functions (CUE spec, "Predeclared identifiers"). */
final class Predeclared {
    private static final Map<String, Integer> KINDS = Map.of(
            "bool", Kinds.BOOL,
            "int", Kinds.INT,
            "float", Kinds.FLOAT,
            "number", Kinds.NUMBER,
            "string", Kinds.STRING,
            "bytes", Kinds.BYTES);
    private static final Set<String> FUNCTIONS =
            Set.of("len", "close", "and", "or", "div", "mod", "quo", "rem", "error", "matchN", "matchIf");
    private static final Set<Integer> WIDTHS = Set.of(8, 16, 32, 64, 128);
    private static final BigDecimal MAX_FLOAT32 = new BigDecimal("3.40282346638528859811704183484516925440e+38");
    private static final BigDecimal MAX_FLOAT64 = new BigDecimal("1.797693134862315708145274237317043567981e+308");

    private Predeclared() {}

    /** What a name stands for; also with two underscores before it. */
    static Optional<CompiledExpr> find(String spelled, Place place) {
        String name = spelled.startsWith("__") ? spelled.substring(2) : spelled;
        Integer kinds = KINDS.get(name);
        if (kinds != null) {
            return Optional.of(new CompiledExpr.Type(place, name, kinds, Optional.empty(), Optional.empty()));
        }
        if (spelled.equals("__no_sharing")) {
            // Asks the reference implementation to evaluate a value anew; says nothing about the value.
            return Optional.of(new CompiledExpr.Top(place));
        }
        if (FUNCTIONS.contains(name)) {
            return Optional.of(new CompiledExpr.Function(place, name));
        }
        return ranged(name, place);
    }

    /** All names. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(KINDS.keySet());
        names.addAll(FUNCTIONS);
        return names;
    }

    private static Optional<CompiledExpr> ranged(String name, Place place) {
        return switch (name) {
            case "uint" ->
                Optional.of(
                        new CompiledExpr.Type(place, name, Kinds.INT, Optional.of(BigDecimal.ZERO), Optional.empty()));
            case "rune" -> Optional.of(type(place, name, Kinds.INT, BigDecimal.ZERO, new BigDecimal(0x10FFFF)));
            case "float32" -> Optional.of(type(place, name, Kinds.NUMBER, MAX_FLOAT32.negate(), MAX_FLOAT32));
            case "float64" -> Optional.of(type(place, name, Kinds.NUMBER, MAX_FLOAT64.negate(), MAX_FLOAT64));
            default -> sized(name, place);
        };
    }

    private static Optional<CompiledExpr> sized(String name, Place place) {
        boolean signed = name.startsWith("int");
        String digits = name.replaceFirst("^u?int", "");
        if (!(signed || name.startsWith("uint")) || !digits.matches("[1-9][0-9]{0,2}")) {
            return Optional.empty();
        }
        int width = Integer.parseInt(digits);
        if (!WIDTHS.contains(width)) {
            return Optional.empty();
        }
        BigDecimal size = new BigDecimal(BigInteger.ONE.shiftLeft(signed ? width - 1 : width));
        BigDecimal low = signed ? size.negate() : BigDecimal.ZERO;
        return Optional.of(type(place, name, Kinds.INT, low, size.subtract(BigDecimal.ONE)));
    }

    private static CompiledExpr type(Place place, String name, int kinds, BigDecimal low, BigDecimal high) {
        return new CompiledExpr.Type(place, name, kinds, Optional.of(low), Optional.of(high));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import static io.invowk.maven.cue.builtin.Parameter.ANY;
import static io.invowk.maven.cue.builtin.Parameter.ELEMENTS;
import static io.invowk.maven.cue.builtin.Parameter.INT;
import static io.invowk.maven.cue.builtin.Parameter.LIST;
import static io.invowk.maven.cue.builtin.Parameter.LIST_SHAPE;
import static io.invowk.maven.cue.builtin.Parameter.NUMBER;
import static io.invowk.maven.cue.builtin.Parameter.SCHEMA;

import io.invowk.maven.cue.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The package {@code list}. */
final class ListPackage extends StandardPackage {
    private static final int MAX_ELEMENTS = 1_000_000;

    ListPackage() {
        check("MinItems", a -> Sizes.atLeast(a.shape(0), a.count(1)), LIST_SHAPE, INT);
        check("MaxItems", a -> a.shape(0).size() <= a.count(1), LIST_SHAPE, INT);
        check("UniqueItems", ListPackage::unique, LIST_SHAPE);
        check("Contains", ListPackage::contains, LIST_SHAPE, ANY);
        check("MatchN", ListPackage::matches, LIST, SCHEMA, SCHEMA);
        check("IsSorted", a -> new ListOrder(a.schema(1)).isSorted(a.list(0)), LIST, SCHEMA);
        check("IsSortedStrings", ListPackage::sortedStrings, LIST);
        function("Sort", a -> a.make().list(new ListOrder(a.schema(1)).sorted(a.list(0))), LIST, SCHEMA);
        function("SortStable", a -> a.make().list(new ListOrder(a.schema(1)).sorted(a.list(0))), LIST, SCHEMA);
        function("SortStrings", ListPackage::sortStrings, LIST);
        comparer("Ascending", Member.Comparer.Order.ASCENDING);
        comparer("Descending", Member.Comparer.Order.DESCENDING);
        comparer("Comparer", Member.Comparer.Order.ANY);
        shaping();
        numbers();
    }

    private void shaping() {
        rearrangement("Concat", ListPackage::concat, ELEMENTS);
        rearrangement("FlattenN", ListPackage::flatten, ELEMENTS, INT);
        rearrangement("Repeat", ListPackage::repeat, ELEMENTS, INT);
        rearrangement("Reverse", ListPackage::reverse, ELEMENTS);
        rearrangement("Take", a -> part(a, 0, Math.min(a.count(1), a.elements(0).size())), ELEMENTS, INT);
        rearrangement(
                "Drop",
                a -> part(
                        a,
                        Math.min(a.count(1), a.elements(0).size()),
                        a.elements(0).size()),
                ELEMENTS,
                INT);
        rearrangement("Slice", a -> part(a, a.small(1), a.small(2)), ELEMENTS, INT, INT);
        function("Range", ListPackage::range, NUMBER, NUMBER, NUMBER);
    }

    private void numbers() {
        function("Sum", a -> a.make().decimal(sum(a.numbers(0))), LIST);
        function("Product", ListPackage::product, LIST);
        function("Min", a -> a.make().decimal(Collections.min(some(a))), LIST);
        function("Max", a -> a.make().decimal(Collections.max(some(a))), LIST);
        function("Avg", ListPackage::average, LIST);
    }

    private static boolean unique(Arguments a) {
        return switch (a.shape(0).unique()) {
            case YES -> true;
            case NO -> false;
            case NOT_YET -> throw CallException.incomplete("two elements are equal so far");
        };
    }

    private static boolean contains(Arguments a) {
        for (Value element : a.shape(0).concrete()) {
            if (Same.test(element, a.value(1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(Arguments a) {
        int count = 0;
        for (Value element : a.list(0)) {
            if (a.schema(2).refusal(element, false).isEmpty()) {
                count++;
            }
        }
        Optional<Schema.Refusal> refusal = a.schema(1).refusal(a.make().of(count), false);
        if (refusal.isPresent()) {
            throw new CallException(count + " elements match: " + refusal.get().reason());
        }
        return true;
    }

    private static boolean sortedStrings(Arguments a) {
        List<String> strings = a.strings(0);
        for (int i = 1; i < strings.size(); i++) {
            if (ListOrder.bytewise(strings.get(i - 1), strings.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static Value sortStrings(Arguments a) {
        List<String> strings = new ArrayList<>(a.strings(0));
        strings.sort(ListOrder::bytewise);
        return a.make().strings(strings);
    }

    private static List<Element> concat(Arguments a) {
        List<Element> all = new ArrayList<>();
        for (Element element : a.elements(0)) {
            all.addAll(element.elements()
                    .orElseThrow(() -> new CallException("each element must be a list, not " + element.description())));
            checkSize(all.size());
        }
        return all;
    }

    private static List<Element> flatten(Arguments a) {
        List<Element> all = new ArrayList<>();
        flatten(a.elements(0), a.small(1), all);
        return all;
    }

    private static void flatten(List<Element> from, int depth, List<Element> to) {
        for (Element element : from) {
            Optional<List<Element>> inner = depth == 0 ? Optional.empty() : element.elements();
            if (inner.isPresent()) {
                flatten(inner.get(), depth - 1, to);
            } else {
                to.add(element);
            }
            checkSize(to.size());
        }
    }

    private static void checkSize(long elements) {
        if (elements > MAX_ELEMENTS) {
            throw CallException.arithmetic("more than " + MAX_ELEMENTS + " elements");
        }
    }

    private static List<Element> repeat(Arguments a) {
        List<Element> once = a.elements(0);
        int count = a.small(1);
        if (count < 0) {
            throw new CallException("the count " + count + " is negative");
        }
        checkSize((long) once.size() * count);
        List<Element> all = new ArrayList<>(once.size() * count);
        for (int i = 0; i < count; i++) {
            all.addAll(once);
        }
        return all;
    }

    private static List<Element> reverse(Arguments a) {
        List<Element> all = new ArrayList<>(a.elements(0));
        Collections.reverse(all);
        return all;
    }

    private static List<Element> part(Arguments a, int from, int to) {
        List<Element> all = a.elements(0);
        if (from < 0 || from > to || to > all.size()) {
            throw CallException.range("the range " + from + " to " + to + " is not within 0 and " + all.size());
        }
        return all.subList(from, to);
    }

    private static Value range(Arguments a) {
        BigDecimal start = a.number(0);
        BigDecimal limit = a.number(1);
        BigDecimal step = a.number(2);
        if (step.signum() == 0 || (step.signum() != limit.compareTo(start) && limit.compareTo(start) != 0)) {
            throw new CallException("a step of " + step + " does not lead from " + start + " to " + limit);
        }
        List<Value> all = new ArrayList<>();
        for (BigDecimal next = start; limit.compareTo(next) == step.signum(); next = next.add(step)) {
            all.add(a.make().decimal(next));
            checkSize(all.size());
        }
        return a.make().list(all);
    }

    private static List<BigDecimal> some(Arguments a) {
        if (a.list(0).isEmpty()) {
            throw new CallException("the list is empty");
        }
        return a.numbers(0);
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal number : numbers) {
            sum = Decimals.round(sum.add(number));
        }
        return sum;
    }

    private static Value product(Arguments a) {
        BigDecimal product = BigDecimal.ONE;
        for (BigDecimal number : a.numbers(0)) {
            product = Decimals.round(product.multiply(number));
        }
        return a.make().decimal(product);
    }

    private static Value average(Arguments a) {
        List<BigDecimal> numbers = some(a);
        BigDecimal count = new BigDecimal(BigInteger.valueOf(numbers.size()));
        return a.make().decimal(Objects.requireNonNull(Decimals.divide(sum(numbers), count)));
    }
}

package flambeau.tensor;

import flambeau.args.Args;
import flambeau.array.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sums of products in Einstein's notation. Operands are contracted from left to right, each step one batched matrix product, after
 * what occurs in one operand alone was summed there.
 */
final class Einsum {
    private static final int ELLIPSIS =
            1000; // labels from here on are dimensions behind an ellipsis, the last being 1000

    /** A tensor whose dimensions have these labels, all different. */
    private record Term(Tensor tensor, int[] labels) {
        int place(int label) {
            for (int d = 0; d < labels.length; d++) if (labels[d] == label) return d;
            return -1;
        }

        int size(int label) {
            int d = place(label);
            return d < 0 ? 1 : tensor.size(d);
        }
    }

    private Einsum() {}

    static Tensor einsum(String equation, List<Tensor> operands) {
        Check.that(!operands.isEmpty(), "einsum: takes at least one operand");
        int arrow = equation.indexOf("->");
        var inputs = (arrow < 0 ? equation : equation.substring(0, arrow)).split(",", -1);
        Check.that(
                inputs.length == operands.size(),
                "einsum: '%s' has %d operands, %d are given",
                equation,
                inputs.length,
                operands.size());
        var terms = new ArrayList<Term>();
        int most = 0;
        for (int i = 0; i < inputs.length; i++) {
            var labels = labels(equation, inputs[i], operands.get(i));
            for (int label : labels) most = Math.max(most, label - ELLIPSIS + 1);
            terms.add(new Term(operands.get(i), labels));
        }
        var result = arrow < 0 ? implicit(terms, most) : explicit(equation, equation.substring(arrow + 2), terms, most);
        for (int i = 0; i < terms.size(); i++) terms.set(i, diagonal(equation, terms.get(i)));
        checkSizes(equation, terms);
        return contract(terms, result);
    }

    /** The labels of an operand: letters, and numbers for what stands behind its ellipsis. */
    private static int[] labels(String equation, String text, Tensor x) {
        int dots = text.indexOf("...");
        var letters = text.replace("...", "").replace(" ", "");
        checkLetters(equation, text.replaceFirst("\\.\\.\\.", ""));
        int rest = x.dim() - letters.length();
        Check.that(
                dots < 0 ? rest == 0 : rest >= 0,
                "einsum: the subscripts '%s' in '%s' do not fit an operand of %d dimensions",
                text,
                equation,
                x.dim());
        int before = dots < 0
                ? letters.length()
                : text.substring(0, dots).replace(" ", "").length();
        var labels = new int[x.dim()];
        for (int d = 0; d < labels.length; d++) {
            if (d < before) labels[d] = letters.charAt(d);
            else if (d < before + rest) labels[d] = ELLIPSIS + before + rest - 1 - d;
            else labels[d] = letters.charAt(d - rest);
        }
        return labels;
    }

    private static void checkLetters(String equation, String text) {
        for (char c : text.toCharArray())
            Check.that(
                    c == ' ' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z',
                    "einsum: subscripts must be letters, got '%s' in '%s'",
                    c,
                    equation);
    }

    /** What is behind the ellipsis, then the letters that occur once, in the order of their codes. */
    private static int[] implicit(List<Term> terms, int most) {
        var counts = new TreeMap<Integer, Integer>();
        for (var term : terms) for (int label : term.labels) if (label < ELLIPSIS) counts.merge(label, 1, Integer::sum);
        var once = counts.entrySet().stream().filter(e -> e.getValue() == 1).mapToInt(Map.Entry::getKey);
        return IntStream.concat(behind(most), once).toArray();
    }

    private static IntStream behind(int most) {
        return IntStream.range(0, most).map(i -> ELLIPSIS + most - 1 - i);
    }

    private static int[] explicit(String equation, String text, List<Term> terms, int most) {
        checkLetters(equation, text.replaceFirst("\\.\\.\\.", ""));
        var known = new HashSet<Integer>();
        for (var term : terms) for (int label : term.labels) known.add(label);
        var result = new ArrayList<Integer>();
        var rest = text.replace(" ", "");
        for (int i = 0; i < rest.length(); i++) {
            if (rest.charAt(i) == '.') {
                behind(most).forEach(result::add);
                i += 2;
                continue;
            }
            int label = rest.charAt(i);
            Check.that(!result.contains(label), "einsum: '%c' occurs twice in the result of '%s'", label, equation);
            Check.that(known.contains(label), "einsum: no operand has the '%c' of the result of '%s'", label, equation);
            result.add(label);
        }
        return result.stream().mapToInt(Integer::intValue).toArray();
    }

    /** With repeated labels replaced by one along the diagonal. */
    private static Term diagonal(String equation, Term term) {
        var x = term.tensor;
        var labels = term.labels.clone();
        for (int d = 0; d < labels.length; d++) {
            for (int e = labels.length - 1; e > d; e--) {
                if (labels[e] != labels[d]) continue;
                Check.that(
                        x.size(d) == x.size(e),
                        "einsum: '%c' stands for sizes %d and %d in '%s'",
                        labels[d],
                        x.size(d),
                        x.size(e),
                        equation);
                x = Triangles.diagonal(x, d, e);
                int gone = e, same = d;
                var before = labels;
                labels = IntStream.range(0, before.length)
                        .filter(i -> i != gone && i != same)
                        .map(i -> before[i])
                        .toArray();
                labels = Arrays.copyOf(labels, labels.length + 1);
                labels[labels.length - 1] = before[same];
                d = -1;
                break;
            }
        }
        return new Term(x, labels);
    }

    private static void checkSizes(String equation, List<Term> terms) {
        var sizes = new HashMap<Integer, Integer>();
        for (var term : terms)
            for (int label : term.labels) {
                int n = term.size(label);
                int known = sizes.merge(label, n, (a, b) -> a == 1 ? b : a);
                Check.that(
                        n == 1 || n == known,
                        "einsum: %s stands for sizes %d and %d in '%s'",
                        label >= ELLIPSIS ? "the ellipsis" : "'" + (char) label + "'",
                        known,
                        n,
                        equation);
            }
    }

    private static Tensor contract(List<Term> terms, int[] result) {
        var term = terms.getFirst();
        for (int i = 1; i < terms.size(); i++) {
            var later = new HashSet<Integer>();
            for (int label : result) later.add(label);
            for (int j = i + 1; j < terms.size(); j++) for (int label : terms.get(j).labels) later.add(label);
            term = pair(term, terms.get(i), later);
        }
        term = summed(term, set(result), null);
        int[] order = IntStream.of(result).map(term::place).toArray();
        boolean sorted = IntStream.range(0, order.length).allMatch(d -> order[d] == d);
        return sorted ? term.tensor : term.tensor.permute(order);
    }

    private static Set<Integer> set(int[] labels) {
        var set = new HashSet<Integer>();
        for (int label : labels) set.add(label);
        return set;
    }

    /** Without the dimensions that neither {@code later} nor {@code other} have. */
    private static Term summed(Term term, Set<Integer> later, @Nullable Term other) {
        int[] dims = IntStream.range(0, term.labels.length)
                .filter(d -> !later.contains(term.labels[d]) && (other == null || other.place(term.labels[d]) < 0))
                .toArray();
        return dims.length == 0 ? term : new Term(term.tensor.sum(Args.dim(dims)), without(term.labels, dims));
    }

    private static int[] without(int[] labels, int[] dims) {
        return IntStream.range(0, labels.length)
                .filter(d -> IntStream.of(dims).noneMatch(e -> e == d))
                .map(d -> labels[d])
                .toArray();
    }

    /** Without dimensions of size 1 that are larger in {@code other}: they are repeated. */
    private static Term squeezed(Term term, Term other) {
        var x = term;
        for (int d = term.labels.length - 1; d >= 0; d--)
            if (term.tensor.size(d) == 1 && other.size(term.labels[d]) != 1)
                x = new Term(x.tensor.squeeze(d), without(x.labels, new int[] {d}));
        return x;
    }

    private static Term pair(Term a, Term b, Set<Integer> later) {
        Term x = squeezed(a, b), y = squeezed(b, a);
        Term left = summed(x, later, y), right = summed(y, later, x);
        int[] batch = IntStream.of(left.labels)
                .filter(l -> right.place(l) >= 0 && later.contains(l))
                .toArray();
        int[] inner = IntStream.of(left.labels)
                .filter(l -> right.place(l) >= 0 && !later.contains(l))
                .toArray();
        int[] outer = IntStream.of(left.labels).filter(l -> right.place(l) < 0).toArray();
        int[] other = IntStream.of(right.labels).filter(l -> left.place(l) < 0).toArray();
        int[] labels = Contraction.join(batch, outer, other);
        var sizes = IntStream.of(labels)
                .map(l -> Math.max(left.place(l) < 0 ? right.size(l) : left.size(l), 0))
                .toArray();
        Tensor p = matrices(left, batch, outer, inner), q = matrices(right, batch, inner, other);
        var product = batch.length == 0 ? p.squeeze(0).mm(q.squeeze(0)) : p.bmm(q);
        return new Term(product.reshape(Shape.of(sizes)), labels);
    }

    /** As a batch of matrices, [batch, rows, columns]. */
    private static Tensor matrices(Term x, int[] batch, int[] rows, int[] columns) {
        int[] b = IntStream.of(batch).map(x::place).toArray();
        int[] r = IntStream.of(rows).map(x::place).toArray();
        int[] c = IntStream.of(columns).map(x::place).toArray();
        var order = Contraction.join(b, r, c);
        boolean sorted = IntStream.range(0, order.length).allMatch(d -> order[d] == d);
        var sorted3 = sorted ? x.tensor : x.tensor.permute(order);
        return sorted3.reshape(
                Contraction.count(x.tensor, b), Contraction.count(x.tensor, r), Contraction.count(x.tensor, c));
    }
}

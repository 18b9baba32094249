package flambeau.nn;

import flambeau.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One dimension as several, in their order.
 *
 * <p>Input {@code [.., a b, ..]}, output {@code [.., a, b, ..]}. Source: {@code torch.nn.Unflatten}.
 *
 * {@snippet :
 * var y = new Unflatten(1, 2, 5, 5).apply(x); // [2, 50] becomes [2, 2, 5, 5]
 * }
 */
public class Unflatten extends Layer {
    private final int dim;
    private final int[] sizes;

    /**
     * An unflattening.
     *
     * @param dim the dimension; negative ones count from the end
     * @param sizes the sizes that it falls into; one may be -1 and is found from the others
     */
    public Unflatten(int dim, int... sizes) {
        this.dim = dim;
        this.sizes = sizes.clone();
    }

    @Override
    protected Tensor forward(Tensor x) {
        int d = x.shape().dim("unflatten", dim);
        int product = IntStream.of(sizes).reduce(1, (a, b) -> a * b);
        if (product >= 0 && product != x.size(d))
            throw new IllegalArgumentException("unflatten: sizes %s do not multiply to %d, the size of dimension %d"
                    .formatted(Arrays.toString(sizes), x.size(d), d));
        var all = IntStream.of(x.shape().sizes()).boxed().toList();
        var before = all.subList(0, d).stream().mapToInt(i -> i);
        var after = all.subList(d + 1, x.dim()).stream().mapToInt(i -> i);
        return x.reshape(IntStream.concat(IntStream.concat(before, IntStream.of(sizes)), after)
                .toArray());
    }

    @Override
    protected String extraRepr() {
        return "dim=%s, unflattened_size=%s".formatted(dim, Repr.of(sizes));
    }
}

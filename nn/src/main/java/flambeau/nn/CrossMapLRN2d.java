package flambeau.nn;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.beta;
import static flambeau.args.Args.dtype;
import static flambeau.args.Args.given;
import static flambeau.args.Args.k;
import static flambeau.tensor.Tensors.tensor;

import flambeau.args.Alpha;
import flambeau.args.Arg;
import flambeau.args.Beta;
import flambeau.args.K;
import flambeau.tensor.Function;
import flambeau.tensor.Tensor;

/**
 * {@code y = x / (k + alpha / size sum(x^2))^beta}, with the sum over neighbouring channels, as old networks were trained with;
 * new ones take {@link LocalResponseNorm}.
 *
 * <p>Input and output {@code [n, c, h, w]}. As in PyTorch, an even size counts as the odd one below; the first channel is in every
 * sum; and the gradient takes its sums over channels up to each one, which is not the exact derivative. Source: {@code
 * torch.nn.CrossMapLRN2d}.
 *
 * {@snippet :
 * var norm = new CrossMapLRN2d(5);
 * }
 */
public class CrossMapLRN2d extends Layer implements Alpha.Taker, Beta.Taker, K.Taker {
    /** The number of channels. */
    public final int size;

    private final Alpha alpha;
    private final Beta beta;
    private final K k;

    /**
     * A normalisation among channels.
     *
     * @param size the number of channels
     * @param args alpha (1e-4), beta (0.75), k (1)
     * @throws IllegalArgumentException if size is not positive
     */
    @SafeVarargs
    public CrossMapLRN2d(int size, Arg<? super CrossMapLRN2d>... args) {
        if (size < 1) throw new IllegalArgumentException("CrossMapLRN2d: size must be at least 1, got " + size);
        this.size = size;
        alpha = given(args, alpha(1e-4));
        beta = given(args, beta(0.75));
        k = given(args, k(1));
    }

    @Override
    protected Tensor forward(Tensor x) {
        if (x.dim() != 4)
            throw new IllegalArgumentException("CrossMapLRN2d: input must be [n, c, h, w], got "
                    + x.shape().text());
        return new CrossMapLRN2dFunction().apply(x);
    }

    /** [c, c] with 1 where channel j is in the sum of channel i: {@code i + first <= j <= i + last}; or j is 0, if that is so. */
    private static Tensor sums(Tensor x, int first, int last, boolean zeroToo) {
        int c = x.size(1);
        var ones = new double[c * c];
        for (int i = 0; i < c; i++)
            for (int j = 0; j < c; j++) if (i + first <= j && j <= i + last || zeroToo && j == 0) ones[i * c + j] = 1;
        return tensor(ones, dtype(x.dtype())).view(c, c);
    }

    private static Tensor summed(Tensor sums, Tensor x) {
        return sums.matmul(x.reshape(x.size(0), x.size(1), x.size(2) * x.size(3)))
                .reshape(x.shape().sizes());
    }

    /** The formula and the gradient that goes with it. */
    private final class CrossMapLRN2dFunction extends Function {
        private final double a = alpha.value().doubleValue() / size;
        private final double b = beta.value().doubleValue();

        private Tensor scale(Tensor x) {
            int each = (size - 1) / 2;
            return summed(sums(x, -each, each, true), x.mul(x)).mul(a).add(k.value());
        }

        @Override
        protected Tensor[] forward(Function.Context ctx, Tensor... x) {
            ctx.saveForBackward(x);
            return tuple(x[0].mul(scale(x[0]).pow(-b)));
        }

        @Override
        protected Tensor[] backward(Function.Context ctx, Tensor... dy) {
            var x = ctx.savedTensors()[0];
            var scale = scale(x);
            int before = Math.min((size + 1) / 2, size - 1);
            var ratio = dy[0].mul(x).mul(scale.pow(-b - 1));
            var shared = summed(sums(x, -before, size - 1 - before, false), ratio);
            return tuple(dy[0].mul(scale.pow(-b)).sub(x.mul(shared).mul(2 * a * b)));
        }
    }

    @Override
    protected String extraRepr() {
        return "%s, alpha=%s, beta=%s, k=%s"
                .formatted(size, Repr.of(alpha.value()), Repr.of(beta.value()), Repr.of(k.value()));
    }
}

package flambeau.nn;

import static flambeau.args.Args.alpha;
import static flambeau.args.Args.beta;
import static flambeau.args.Args.given;
import static flambeau.args.Args.k;
import static flambeau.functional.F.localResponseNorm;

import flambeau.args.Alpha;
import flambeau.args.Arg;
import flambeau.args.Beta;
import flambeau.args.K;
import flambeau.tensor.Tensor;

/**
 * {@code y = x / (k + alpha mean(x^2))^beta}, with the mean over {@code size} neighbouring channels; those beyond the ends count
 * as 0.
 *
 * <p>Input and output {@code [n, c, ..]}, of at least 3 dimensions. Source: {@code torch.nn.LocalResponseNorm}; Krizhevsky,
 * Sutskever and Hinton, ImageNet classification with deep convolutional neural networks.
 *
 * {@snippet :
 * var norm = new LocalResponseNorm(5, k(2));
 * }
 */
public class LocalResponseNorm extends Layer implements Alpha.Taker, Beta.Taker, K.Taker {
    /** The number of channels. */
    public final int size;

    private final Alpha alpha;
    private final Beta beta;
    private final K k;

    /**
     * A normalisation among channels.
     *
     * @param size the number of channels, {@code size / 2} of which come before
     * @param args alpha (1e-4), beta (0.75), k (1)
     */
    @SafeVarargs
    public LocalResponseNorm(int size, Arg<? super LocalResponseNorm>... args) {
        this.size = size;
        alpha = given(args, alpha(1e-4));
        beta = given(args, beta(0.75));
        k = given(args, k(1.0));
    }

    @Override
    protected Tensor forward(Tensor x) {
        return localResponseNorm(x, size, alpha, beta, k);
    }

    @Override
    protected String extraRepr() {
        return "%s, alpha=%s, beta=%s, k=%s"
                .formatted(size, Repr.of(alpha.value()), Repr.of(beta.value()), Repr.of(k.value()));
    }
}

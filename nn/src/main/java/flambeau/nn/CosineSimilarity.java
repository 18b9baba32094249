package flambeau.nn;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.given;
import static flambeau.functional.F.cosineSimilarity;

import flambeau.args.Arg;
import flambeau.args.Dim;
import flambeau.args.Eps;
import flambeau.tensor.Tensor;

/**
 * {@code x1 x2 / (max(|x1|, eps) max(|x2|, eps))} along a dimension.
 *
 * <p>Inputs have shapes that broadcast, the output has the common shape without the dimension. Source: {@code
 * torch.nn.CosineSimilarity}.
 *
 * {@snippet :
 * var similarity = new CosineSimilarity().apply(input1, input2);
 * }
 */
public class CosineSimilarity extends Distance implements Dim.Taker, Eps.Taker {
    private final Dim dim;
    private final Eps eps;

    /**
     * A similarity.
     *
     * @param args dim (1), eps (1e-8)
     */
    @SafeVarargs
    public CosineSimilarity(Arg<? super CosineSimilarity>... args) {
        dim = given(args, dim(1));
        eps = given(args, eps(1e-8));
    }

    @Override
    protected Tensor forward(Tensor x1, Tensor x2) {
        return cosineSimilarity(x1, x2, dim, eps);
    }
}

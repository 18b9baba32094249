package flambeau.nn.utils;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.given;
import static flambeau.args.Args.nPowerIterations;
import static flambeau.args.Args.name;
import static flambeau.args.Args.unsafe;
import static flambeau.args.Args.useTrivialization;
import static flambeau.args.OrthogonalMap.HOUSEHOLDER;
import static flambeau.args.OrthogonalMap.MATRIX_EXP;

import flambeau.args.Arg;
import flambeau.args.Name;
import flambeau.args.OrthogonalMap;
import flambeau.args.UseTrivialization;
import flambeau.nn.Module;

/**
 * Ready-made parametrisations; see {@link Parametrize}.
 *
 * <p>Source: {@code torch.nn.utils.parametrizations}.
 *
 * {@snippet :
 * var layer = flambeau.nn.utils.Parametrizations.orthogonal(new Linear(20, 40));
 * }
 */
public final class Parametrizations {
    /** Orthogonality: name, orthogonalMap, useTrivialization. */
    public interface Orthogonality extends Name.Taker, OrthogonalMap.Taker, UseTrivialization.Taker {}

    private Parametrizations() {}

    /**
     * Learns the length and the direction of a weight apart: {@code w = g v / |v|}, {@code original0} being g, {@code
     * original1} v.
     *
     * @param module what holds the weight
     * @param args name ("weight"), dim (0): the dimension with a length for each place; -1 or null: one for the whole
     * @return {@code module}
     * @throws IllegalArgumentException if there is no such parameter
     */
    @SafeVarargs
    public static <M extends Module> M weightNorm(M module, Arg<? super Weights.Normed>... args) {
        var name = given(args, name("weight")).value();
        var norm = new WeightNorm(Weights.places(given(args, dim(0)), WeightNorm.ALL));
        return Parametrize.registerParametrization(module, name, norm, unsafe(true));
    }

    /**
     * Divides a weight by an estimate of its largest singular value, which improves at each call in training.
     *
     * @param module what holds the weight
     * @param args name ("weight"), nPowerIterations (1), eps (1e-12), dim (0; 1 for transposed convolutions): the rows of the
     *     matrix
     * @return {@code module}
     * @throws IllegalArgumentException if there is no such parameter
     */
    @SafeVarargs
    public static <M extends Module> M spectralNorm(M module, Arg<? super Weights.Spectral>... args) {
        var name = given(args, name("weight")).value();
        int rows = Weights.places(given(args, dim(Weights.rows(module))), Weights.rows(module));
        var norm = new SpectralNorm(
                Weights.parameter("spectralNorm", module, name),
                given(args, nPowerIterations(1)).value(),
                rows,
                given(args, eps(1e-12)).value());
        return Parametrize.registerParametrization(module, name, norm);
    }

    /**
     * Keeps a matrix, or a batch of them, orthogonal: of orthonormal rows or columns, whichever are fewer. Source: Lezcano and
     * Martinez-Rubio, Cheap orthogonal constraints in neural networks.
     *
     * @param module what holds the weight
     * @param args name ("weight"), orthogonalMap (MATRIX_EXP of square matrices, else HOUSEHOLDER), useTrivialization (true)
     * @return {@code module}
     * @throws IllegalArgumentException if there is no such parameter, or it has fewer than 2 dimensions
     */
    @SafeVarargs
    public static <M extends Module> M orthogonal(M module, Arg<? super Orthogonality>... args) {
        var name = given(args, name("weight")).value();
        var weight = Weights.parameter("orthogonal", module, name);
        if (weight.dim() < 2)
            throw new IllegalArgumentException("orthogonal: %s must be a matrix or a batch of them, got %s"
                    .formatted(name, weight.shape().text()));
        var given = given(args, OrthogonalMap.class);
        var byDefault = weight.size(-2) == weight.size(-1) ? MATRIX_EXP : HOUSEHOLDER;
        var map = given == null ? byDefault : given;
        var orthogonal =
                new Orthogonal(map, given(args, useTrivialization(true)).value());
        return Parametrize.registerParametrization(module, name, orthogonal, unsafe(true));
    }
}

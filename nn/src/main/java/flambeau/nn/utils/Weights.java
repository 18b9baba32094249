package flambeau.nn.utils;

import static flambeau.args.Args.dim;
import static flambeau.args.Args.eps;
import static flambeau.args.Args.given;
import static flambeau.args.Args.nPowerIterations;
import static flambeau.args.Args.name;

import flambeau.args.Arg;
import flambeau.args.Dim;
import flambeau.args.Eps;
import flambeau.args.NPowerIterations;
import flambeau.args.Name;
import flambeau.autograd.GradMode;
import flambeau.nn.Buffer;
import flambeau.nn.Derivation;
import flambeau.nn.Module;
import flambeau.nn.Parameter;
import flambeau.tensor.Tensor;

/**
 * Weights of layers that are normalised at each call, and parameters as one vector.
 *
 * <p>Unlike PyTorch, a normalised field has the value of the last call. {@link Parametrizations} has newer forms of these.
 * Source: {@code torch.nn.utils}.
 *
 * {@snippet :
 * var layer = flambeau.nn.utils.Weights.weightNorm(new Linear(20, 40));
 * }
 */
public final class Weights extends Vectors {
    /** Weight normalisation: name, dim. */
    public interface Normed extends Name.Taker, Dim.Taker {}

    /** Spectral normalisation: name, nPowerIterations, eps, dim. */
    public interface Spectral extends Normed, NPowerIterations.Taker, Eps.Taker {}

    /** A normalised parameter: name. */
    public interface Named extends Name.Taker {}

    private record ByLength(String name, int dim) implements Derivation {
        @Override
        public Tensor of(Module module) {
            return WeightNorm.weight(module.getParameter(name + "_g"), module.getParameter(name + "_v"), dim);
        }
    }

    private record BySingularValue(String name, int dim, int iterations, double eps) implements Derivation {
        @Override
        public Tensor of(Module module) {
            return value(module, module.isTraining());
        }

        Tensor value(Module module, boolean improve) {
            var weight = module.getParameter(name + "_orig");
            var matrix = SpectralNorm.matrix(weight, dim);
            Buffer u = module.getBuffer(name + "_u"), v = module.getBuffer(name + "_v");
            try (var _ = GradMode.set(false)) {
                for (int i = 0; improve && i < iterations; i++) {
                    v.copy_(SpectralNorm.normal(matrix.detach().t().mv(u), eps));
                    u.copy_(SpectralNorm.normal(matrix.detach().mv(v), eps));
                }
            }
            return weight.div(u.clone().dot(matrix.mv(v.clone())));
        }
    }

    private Weights() {}

    /**
     * Learns the length and the direction of a weight apart, {@code w = g v / |v|}: the parameters {@code weight_g} and {@code
     * weight_v}. Source: Salimans and Kingma, Weight normalization.
     *
     * @param module what holds the weight
     * @param args name ("weight"), dim (0): the dimension with a length for each place; -1 or null: one for the whole
     * @return {@code module}
     * @throws IllegalArgumentException if there is no such parameter or it is computed already
     */
    @SafeVarargs
    public static <M extends Module> M weightNorm(M module, Arg<? super Normed>... args) {
        var name = given(args, name("weight")).value();
        int dim = places(given(args, dim(0)), WeightNorm.ALL);
        var weight = parameter("weightNorm", module, name).detach().clone();
        module.registerParameter(name + "_g", new Parameter(WeightNorm.norm(weight, dim)));
        module.registerParameter(name + "_v", new Parameter(weight));
        module.derive(name, new ByLength(name, dim), weight);
        return module;
    }

    static int places(Dim given, int whole) {
        return given.dims() == null || given.dims().length == 0 ? whole : given.dims()[0];
    }

    static Parameter parameter(String op, Module module, String name) {
        var type = module.getClass().getSimpleName();
        if (module.derivation(name) != null)
            throw new IllegalArgumentException("%s: %s of %s is computed already".formatted(op, name, type));
        var p = module.namedParameters().get(name);
        if (p == null) throw new IllegalArgumentException("%s: %s has no parameter \"%s\"".formatted(op, type, name));
        if (p.isUninitialized())
            throw new IllegalArgumentException(
                    "%s: %s of %s has no shape yet, call the module once before".formatted(op, name, type));
        return p;
    }

    /**
     * Ends {@link #weightNorm}: the weight is a parameter again and keeps its value.
     *
     * @param module what holds the weight
     * @param args name ("weight")
     * @return {@code module}
     * @throws IllegalArgumentException if the weight is not normalised so
     */
    @SafeVarargs
    public static <M extends Module> M removeWeightNorm(M module, Arg<? super Named>... args) {
        var name = given(args, name("weight")).value();
        if (!(module.derivation(name) instanceof ByLength how)) throw missing("removeWeightNorm", module, name);
        module.underive(name, how.of(module));
        for (var suffix : new String[] {"_g", "_v"}) module.unregister(name + suffix);
        return module;
    }

    /**
     * Divides a weight by an estimate of its largest singular value: the parameter {@code weight_orig}, and the buffers {@code
     * weight_u} and {@code weight_v}, which improve at each call in training. Source: Miyato et al., Spectral normalization
     * for generative adversarial networks.
     *
     * @param module what holds the weight
     * @param args name ("weight"), nPowerIterations (1), eps (1e-12), dim (0; 1 for transposed convolutions): the rows of the
     *     matrix
     * @return {@code module}
     * @throws IllegalArgumentException if there is no such parameter, or it is computed already
     */
    @SafeVarargs
    public static <M extends Module> M spectralNorm(M module, Arg<? super Spectral>... args) {
        var name = given(args, name("weight")).value();
        var weight = parameter("spectralNorm", module, name).detach().clone();
        int rows = places(given(args, dim(rows(module))), rows(module)),
                times = given(args, nPowerIterations(1)).value();
        double eps = given(args, eps(1e-12)).value();
        SpectralNorm.check(weight, times, rows);
        int dim = rows < 0 ? rows + weight.dim() : rows;
        var matrix = SpectralNorm.matrix(weight, dim);
        module.registerParameter(name + "_orig", new Parameter(weight));
        module.registerBuffer(name + "_u", new Buffer(SpectralNorm.direction(matrix.select(1, 0), eps)));
        module.registerBuffer(name + "_v", new Buffer(SpectralNorm.direction(matrix.select(0, 0), eps)));
        module.derive(name, new BySingularValue(name, dim, times, eps), weight);
        return module;
    }

    /** The dimension of the outputs of a weight. */
    static int rows(Module module) {
        return module instanceof flambeau.nn.ConvTranspose1d
                        || module instanceof flambeau.nn.ConvTranspose2d
                        || module instanceof flambeau.nn.ConvTranspose3d
                ? 1
                : 0;
    }

    /**
     * Ends {@link #spectralNorm}: the weight is a parameter again and keeps its value.
     *
     * @param module what holds the weight
     * @param args name ("weight")
     * @return {@code module}
     * @throws IllegalArgumentException if the weight is not normalised so
     */
    @SafeVarargs
    public static <M extends Module> M removeSpectralNorm(M module, Arg<? super Named>... args) {
        var name = given(args, name("weight")).value();
        if (!(module.derivation(name) instanceof BySingularValue how))
            throw missing("removeSpectralNorm", module, name);
        module.underive(name, how.value(module, false));
        for (var suffix : new String[] {"_orig", "_u", "_v"}) module.unregister(name + suffix);
        return module;
    }

    private static IllegalArgumentException missing(String op, Module module, String name) {
        return new IllegalArgumentException("%s: \"%s\" of %s is not normalised so"
                .formatted(op, name, module.getClass().getSimpleName()));
    }
}

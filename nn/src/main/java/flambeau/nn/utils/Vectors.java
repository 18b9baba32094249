package flambeau.nn.utils;

import static flambeau.args.Args.given;
import static flambeau.args.Args.transpose;
import static flambeau.tensor.Tensors.cat;
import static flambeau.tensor.Tensors.onesLike;
import static flambeau.tensor.Tensors.zerosLike;

import flambeau.args.Arg;
import flambeau.args.Transpose;
import flambeau.autograd.GradMode;
import flambeau.nn.BatchNorm1d;
import flambeau.nn.BatchNorm2d;
import flambeau.nn.BatchNorm3d;
import flambeau.nn.Layer;
import flambeau.nn.Linear;
import flambeau.nn.Parameter;
import flambeau.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parameters as one vector, and layers that take up the batch normalisation behind them. */
abstract sealed class Vectors permits Weights {
    /** Fusion: transpose. */
    public interface Fuse extends Transpose.Taker {}

    Vectors() {}

    /**
     * All elements of parameters, one after the other.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Tensor parametersToVector(Iterable<? extends Tensor> parameters) {
        var all = new ArrayList<Tensor>();
        for (var p : parameters) all.add(p.reshape(-1));
        if (all.isEmpty())
            throw new IllegalArgumentException("parametersToVector: there must be a parameter, got none");
        return cat(all);
    }

    /**
     * Lets parameters be slices of a vector, whose memory they then share.
     *
     * <p>Unlike PyTorch, a vector that is too long is refused too.
     *
     * @param vec [n]
     * @param parameters with n elements together
     * @throws IllegalArgumentException if the numbers of elements differ; nothing is changed then
     */
    public static void vectorToParameters(Tensor vec, Iterable<? extends Tensor> parameters) {
        long n = 0;
        for (var p : parameters) n += p.numel();
        if (vec.dim() != 1 || vec.numel() != n)
            throw new IllegalArgumentException(
                    "vectorToParameters: vec must be [%d], as many as the parameters have, got %s"
                            .formatted(n, vec.shape().text()));
        int at = 0;
        try (var _ = GradMode.set(false)) {
            for (var p : parameters) {
                int count = Math.toIntExact(p.numel());
                p.setData(vec.detach().narrow(0, at, count).view(p.shape().sizes()));
                at += count;
            }
        }
    }

    /**
     * A copy of a convolution that also does what the batch normalisation behind it does in evaluation.
     *
     * @param conv in evaluation mode
     * @param bn in evaluation mode, with running statistics
     * @param args transpose (false): whether {@code conv} is a transposed convolution
     * @throws IllegalArgumentException if a layer is in training mode, or {@code bn} has no statistics
     */
    @SafeVarargs
    @SuppressWarnings("unchecked") // a copy is of the same class
    public static <C extends Layer> C fuseConvBnEval(C conv, Layer bn, Arg<? super Fuse>... args) {
        var fused = (C) conv.deepCopy();
        fuse("fuseConvBnEval", conv, fused, bn, given(args, transpose(false)).value());
        return fused;
    }

    /**
     * A copy of a linear layer that also does what the batch normalisation behind it does in evaluation.
     *
     * @param linear in evaluation mode
     * @param bn in evaluation mode, with running statistics of as many channels, or of one
     * @throws IllegalArgumentException if a layer is in training mode, or {@code bn} has no statistics or does not fit
     */
    public static Linear fuseLinearBnEval(Linear linear, Layer bn) {
        var stats = bn.namedBuffers().get("running_mean");
        if (stats != null && stats.size(0) != linear.outFeatures && stats.size(0) != 1)
            throw new IllegalArgumentException("fuseLinearBnEval: linear has %d outputs, bn %d channels"
                    .formatted(linear.outFeatures, stats.size(0)));
        var fused = (Linear) linear.deepCopy();
        fuse("fuseLinearBnEval", linear, fused, bn, false);
        return fused;
    }

    private static void fuse(String op, Layer layer, Layer fused, Layer bn, boolean transposed) {
        if (layer.isTraining() || bn.isTraining())
            throw new IllegalArgumentException(op + ": both layers must be in evaluation mode");
        Tensor mean = bn.namedBuffers().get("running_mean"),
                var = bn.namedBuffers().get("running_var");
        if (mean == null || var == null)
            throw new IllegalArgumentException(op + ": the batch normalisation must have running statistics");
        try (var _ = GradMode.set(false)) {
            Tensor w = layer.getParameter("weight"), b = layer.namedParameters().get("bias");
            Tensor scale = or(bn.namedParameters().get("weight"), onesLike(mean));
            Tensor shift = or(bn.namedParameters().get("bias"), zerosLike(mean));
            var factor = var.add(eps(op, bn)).rsqrt();
            var shape = new int[w.dim()];
            Arrays.fill(shape, 1);
            shape[transposed ? 1 : 0] = -1;
            fused.getParameter("weight")
                    .setData(w.mul(scale.mul(factor).view(shape)).to(w.dtype()));
            var bias = or(b, zerosLike(mean)).sub(mean).mul(factor).mul(scale).add(shift);
            bias = bias.to((b == null ? w : b).dtype());
            if (b == null) fused.registerParameter("bias", new Parameter(bias));
            else fused.getParameter("bias").setData(bias);
        }
    }

    private static Tensor or(@Nullable Tensor given, Tensor otherwise) {
        return Objects.requireNonNullElse(given, otherwise);
    }

    private static double eps(String op, Layer bn) {
        return switch (bn) {
            case BatchNorm1d b -> b.eps.value();
            case BatchNorm2d b -> b.eps.value();
            case BatchNorm3d b -> b.eps.value();
            default ->
                throw new IllegalArgumentException("%s: bn must be a batch normalisation, got a %s"
                        .formatted(op, bn.getClass().getSimpleName()));
        };
    }
}

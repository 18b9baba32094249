package flambeau.bench;

import static flambeau.args.Args.requiresGrad;
import static flambeau.tensor.Tensors.noGrad;
import static flambeau.tensor.Tensors.rand;
import static flambeau.tensor.Tensors.randn;
import static flambeau.tensor.Tensors.shape;

import flambeau.tensor.Tensor;
import java.util.List;

/** Single operations, and chains of them. */
final class Expressions {
    private static final int CALLS = 100; // in an iteration on tiny tensors

    static final List<Workload> ALL = List.of(
            matmul(128),
            matmul(512),
            matmul(1024),
            matmul(2048),
            new Workload("elementwise_1e3", () -> elementwise(1000)),
            new Workload("elementwise_1e6", () -> elementwise(1_000_000)),
            new Workload("op_add_tiny_nograd", Expressions::addWithoutGradient),
            new Workload("op_add_tiny_grad_fwd", Expressions::add),
            new Workload("op_chain100_tiny_fwdbwd", Expressions::chain),
            new Workload("op_mm32_nograd", Expressions::products));

    private Expressions() {}

    static Workload matmul(int n) {
        return new Workload("matmul_" + n, 2.0 * n * n * n, () -> {
            Tensor a = rand(n, n), b = rand(n, n);
            return () -> {
                try (var _ = noGrad()) {
                    a.mm(b);
                }
            };
        });
    }

    private static Runnable elementwise(int n) {
        var x = randn(shape(n), requiresGrad(true));
        return () -> {
            x.zeroGrad();
            x.mul(1.5).add(0.5).sigmoid().mul(x.tanh()).sum().backward();
        };
    }

    private static Runnable addWithoutGradient() {
        Tensor a = rand(4), b = rand(4);
        return () -> {
            try (var _ = noGrad()) {
                for (int i = 0; i < CALLS; i++) a.add(b);
            }
        };
    }

    private static Runnable add() {
        Tensor a = rand(shape(4), requiresGrad(true)), b = rand(4);
        return () -> {
            for (int i = 0; i < CALLS; i++) a.add(b);
        };
    }

    private static Runnable chain() {
        Tensor a = rand(shape(4), requiresGrad(true)), b = rand(4);
        return () -> {
            a.zeroGrad();
            var y = a;
            for (int i = 0; i < CALLS; i++) y = y.mul(b);
            y.sum().backward();
        };
    }

    private static Runnable products() {
        Tensor a = rand(32, 32), b = rand(32, 32);
        return () -> {
            try (var _ = noGrad()) {
                for (int i = 0; i < CALLS; i++) a.mm(b);
            }
        };
    }
}

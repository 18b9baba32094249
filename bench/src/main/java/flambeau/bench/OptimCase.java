package flambeau.bench;

import flambeau.optim.Optimizer;
import flambeau.tensor.Tensor;
import java.util.List;
import java.util.function.Function;

/**
 * One optimiser of {@code flambeau bench optim}.
 *
 * @param name PyTorch's
 * @param options in PyTorch's words
 * @param isFused whether PyTorch has a fused form of it for processors
 * @param make the same optimiser here
 */
record OptimCase(String name, String options, boolean isFused, Function<List<Tensor>, Optimizer> make) {
    /** PyTorch's forms of a step. */
    enum Form {
        DEFAULT("PyTorch's default", ""),
        FOREACH("foreach=True", ", foreach=True"),
        FUSED("fused=True", ", fused=True");

        private final String title;
        private final String option;

        Form(String title, String option) {
            this.title = title;
            this.option = option;
        }

        String title() {
            return title;
        }
    }

    boolean has(Form form) {
        return isFused || form != Form.FUSED;
    }

    /** The expression that bench/peers/optim_torch.py evaluates. */
    String torch(Form form, int count) {
        return "torch.optim.%s(parameters(%d)%s%s)".formatted(name, count, options, form.option);
    }
}

package flambeau.optim;

import static flambeau.args.Args.dtype;
import static flambeau.tensor.Tensors.tensor;

import flambeau.array.DType;
import flambeau.tensor.Tensor;
import java.util.Map;

/** Sees to it that an optimiser takes its first step before a schedule does. */
final class StepOrder {
    private static final String COUNT = "_step_count";
    private static final String CALLED = "_optimizer_steps"; // beyond PyTorch: a checkpoint may lie between both steps

    private final String name;
    private final Optimizer optimizer;
    private final long stepsBefore;
    private long count; // of the schedule's steps
    private long calledBefore; // steps of the optimiser before a checkpoint

    StepOrder(String name, Optimizer optimizer) {
        this.name = name;
        this.optimizer = optimizer;
        stepsBefore = optimizer.steps();
    }

    void check() {
        if (count == 0 && called() == 0)
            throw new IllegalStateException(
                    "%s: step() comes after the optimizer's step(), else the first learning rate is never used"
                            .formatted(name));
        count++;
    }

    private long called() {
        return calledBefore + optimizer.steps() - stepsBefore;
    }

    void save(Map<String, Tensor> dict) {
        dict.put(COUNT, tensor(count + 1, dtype(DType.INT64))); // PyTorch counts the beginning
        dict.put(CALLED, tensor(called(), dtype(DType.INT64)));
    }

    /** Refuses a state dict in which the counts are missing or no numbers. */
    void check(Map<String, Tensor> dict) {
        checkNumber(name, dict, COUNT);
        if (dict.containsKey(CALLED)) checkNumber(name, dict, CALLED);
    }

    static void checkNumber(String name, Map<String, Tensor> dict, String word) {
        var value = entry(name, dict, word);
        if (value.numel() != 1)
            throw new IllegalArgumentException(
                    "%s: the state dict's %s must be one number, it is %s".formatted(name, word, value.describe()));
    }

    void load(Map<String, Tensor> dict) {
        long steps = entry(name, dict, COUNT).item().longValue();
        var called = dict.get(CALLED);
        count = steps - 1;
        calledBefore = (called == null ? 0 : called.item().longValue()) - optimizer.steps() + stepsBefore;
    }

    static Tensor entry(String name, Map<String, Tensor> dict, String word) {
        var found = dict.get(word);
        if (found == null) throw new IllegalArgumentException("%s: the state dict has no %s".formatted(name, word));
        return found;
    }
}

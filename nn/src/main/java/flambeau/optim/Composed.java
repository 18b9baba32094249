package flambeau.optim;

import flambeau.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A schedule made of others. */
abstract sealed class Composed extends LRScheduler permits ChainedScheduler, SequentialLR {
    private static final String PART = "_schedulers.";

    final List<LRScheduler> schedulers;

    Composed(Optimizer optimizer, List<? extends LRScheduler> schedulers, String name) {
        if (schedulers.isEmpty()) throw new IllegalArgumentException(name + ": takes at least one scheduler, got none");
        for (int i = 0; i < schedulers.size(); i++)
            if (schedulers.get(i).optimizer() != optimizer)
                throw new IllegalArgumentException("%s: scheduler %d is of another optimizer".formatted(name, i));
        super(optimizer, -1);
        this.schedulers = List.copyOf(schedulers);
    }

    @Override
    protected final double lr(int group, int epoch, double lr, double base) {
        return lr; // the parts have set it
    }

    @Override
    void undo() {
        super.undo();
        for (var scheduler : schedulers) scheduler.undo();
    }

    @Override
    public final SequencedMap<String, Tensor> stateDict() {
        var dict = super.stateDict();
        for (int i = 0; i < schedulers.size(); i++)
            for (var entry : schedulers.get(i).stateDict().entrySet())
                dict.put(PART + i + "." + entry.getKey(), entry.getValue());
        return dict;
    }

    @Override
    public final void loadStateDict(Map<String, Tensor> dict) {
        super.loadStateDict(dict);
        for (int i = 0; i < schedulers.size(); i++) schedulers.get(i).loadStateDict(part(dict, i));
    }

    @Override
    final void check(Map<String, Tensor> dict) {
        super.check(dict);
        for (int i = 0; i < schedulers.size(); i++) schedulers.get(i).check(part(dict, i));
    }

    private static Map<String, Tensor> part(Map<String, Tensor> dict, int i) {
        var prefix = PART + i + ".";
        var own = new LinkedHashMap<String, Tensor>();
        dict.forEach((key, value) -> {
            if (key.startsWith(prefix)) own.put(key.substring(prefix.length()), value);
        });
        return own;
    }
}

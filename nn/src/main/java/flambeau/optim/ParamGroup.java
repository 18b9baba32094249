package flambeau.optim;

import flambeau.args.Arg;
import flambeau.args.Lr;
import flambeau.tensor.Tensor;
import java.util.List;

/**
 * The parameters of an optimiser that share options. Options can be changed between steps.
 *
 * {@snippet :
 * var group = optimizer.groups().get(0);
 * group.lr(group.lr() / 10);
 * group.set(momentum(0.95));
 * }
 */
public final class ParamGroup {
    final State[] states; // one a parameter
    private final Grouped optimizer;
    private final List<Tensor> params;
    private Options options;
    /** The learning rate with which schedules begin; NaN before there is one. */
    double initialLr = Double.NaN;

    ParamGroup(Grouped optimizer, List<Tensor> params, Options options, int first) {
        this.optimizer = optimizer;
        this.params = params;
        this.options = options;
        states = new State[params.size()];
        for (int i = 0; i < states.length; i++) states[i] = new State(this, params.get(i), first + i);
    }

    /** The parameters. */
    public List<Tensor> params() {
        return params;
    }

    /** All options. */
    public Options options() {
        return options;
    }

    /**
     * The option of this kind.
     *
     * @throws IllegalArgumentException if the optimiser does not take it
     */
    public <T extends Arg<?>> T get(Class<T> kind) {
        return options.get(kind);
    }

    /** The learning rate. */
    public double lr() {
        return options.get(Lr.class).value();
    }

    /**
     * Sets the learning rate.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public void lr(double value) {
        set(new Lr(value));
    }

    /**
     * Sets an option.
     *
     * @throws IllegalArgumentException if the optimiser does not take it, or not this value; the option is as before
     *     then
     */
    public void set(Arg<?> option) {
        var changed = options.with(option);
        optimizer.check(changed);
        replace(changed);
    }

    /** Takes options that were checked. */
    void replace(Options checked) {
        options = checked;
    }
}

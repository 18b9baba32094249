package flambeau.optim;

import static flambeau.args.Args.given;
import static flambeau.args.Args.lastEpoch;

import flambeau.args.Arg;
import flambeau.args.LastEpoch;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The first learning rate times {@code lrLambda(t)} in step {@code t}.
 *
 * {@snippet :
 * var scheduler = new LambdaLR(optimizer, epoch -> 0.95);
 * }
 */
public final class LambdaLR extends LRScheduler implements LastEpoch.Taker {
    private final List<IntToDoubleFunction> lambdas;

    /**
     * The schedule, begun.
     *
     * @param lrLambda the factor in a step
     * @param args lastEpoch (-1)
     */
    @SafeVarargs
    public LambdaLR(Optimizer optimizer, IntToDoubleFunction lrLambda, Arg<? super LambdaLR>... args) {
        super(optimizer, given(args, lastEpoch(-1)).value());
        lambdas = Collections.nCopies(optimizer.groups().size(), lrLambda);
        begin();
    }

    /**
     * The same with one function a group.
     *
     * @param lrLambda the factor in a step, for each group of parameters
     * @param args lastEpoch (-1)
     * @throws IllegalArgumentException if there are not as many functions as groups
     */
    @SafeVarargs
    public LambdaLR(Optimizer optimizer, List<IntToDoubleFunction> lrLambda, Arg<? super LambdaLR>... args) {
        super(optimizer, given(args, lastEpoch(-1)).value());
        int groups = optimizer.groups().size();
        if (lrLambda.size() != groups)
            throw new IllegalArgumentException(
                    "LambdaLR: takes a function for each of the %d groups, got %d".formatted(groups, lrLambda.size()));
        lambdas = List.copyOf(lrLambda);
        begin();
    }

    @Override
    protected double lr(int group, int epoch, double lr, double base) {
        return base * lambdas.get(group).applyAsDouble(epoch);
    }
}

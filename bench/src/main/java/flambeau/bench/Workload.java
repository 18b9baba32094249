package flambeau.bench;

import java.util.function.Supplier;

/**
 * Something to be timed.
 *
 * @param name the name that it has in PyTorch's program as well
 * @param flop floating-point operations of one iteration; 0 where that is of no interest
 * @param step makes what one iteration needs and returns the iteration
 */
record Workload(String name, double flop, Supplier<Runnable> step) {
    Workload(String name, Supplier<Runnable> step) {
        this(name, 0, step);
    }
}

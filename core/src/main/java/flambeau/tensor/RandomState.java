package flambeau.tensor;

import flambeau.autograd.Guard;

/** The default generator: PyTorch's functions of {@code torch.random}. */
abstract sealed class RandomState extends RandomCreation permits NumberFirst {
    RandomState() {}

    /** Starts the default generator anew from a seed, of which the low 32 bits count. */
    public static Generator manualSeed(long seed) {
        return Generator.getDefault().manualSeed(seed);
    }

    /** Starts the default generator anew from a seed that nobody knows, and returns it. */
    public static long seed() {
        return Generator.getDefault().seed();
    }

    /** The seed that the default generator was given last. */
    public static long initialSeed() {
        return Generator.getDefault().initialSeed();
    }

    /** The state of the default generator, byte for byte that of PyTorch: a vector of uint8. */
    public static Tensor getRngState() {
        return Generator.getDefault().getState();
    }

    /**
     * Puts a state of the default generator back, be it from here or from PyTorch.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static void setRngState(Tensor newState) {
        Generator.getDefault().setState(newState);
    }

    /** The default generator returns to its present state when the guard is closed: {@code try (var _ = forkRng()) { ... }}. */
    public static Guard forkRng() {
        var before = getRngState();
        return () -> setRngState(before);
    }
}

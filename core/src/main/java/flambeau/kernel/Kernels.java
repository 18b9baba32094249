package flambeau.kernel;

/**
 * One static method a kernel: asks the providers in turn until one has done it, and keeps the storages reachable meanwhile. A
 * chain of classes by topic, as the areas of Tensor's operations.
 */
public final class Kernels extends MatrixKernels {
    private Kernels() {}
}

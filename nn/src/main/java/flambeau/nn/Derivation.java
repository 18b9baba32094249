package flambeau.nn;

import flambeau.tensor.Tensor;

/** Computes a parameter of a module from others; see {@link Module#derive}. One that is a record can be copied with its module. */
@FunctionalInterface
public interface Derivation {
    /** The value of the parameter of {@code module}. */
    Tensor of(Module module);
}
